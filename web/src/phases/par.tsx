import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Button } from "../ui/button";
import { plus } from "../ui/icons";
import { t } from "../words/words";
import { TableCard } from "./card";
import type { PhaseProps } from "./index";
import { MyNotes } from "./mynotes";
import { Question } from "./question";
import { Writer } from "./writer";

/** Par is talking two and two. One's notes lie beside, to be read from and added to. */
export function Par({ m, step, unsent }: PhaseProps) {
	return (
		<Screen title={step.title} beside={<StepTimer m={m} />}>
			<Question step={step} />
			<TableCard m={m} />
			<p class="lead">{t("p.pair.how")}</p>
			{unsent}
			<MyNotes m={m} />
			<details>
				<summary>{t("p.note.new")}</summary>
				<Writer m={m} />
				<Button type="submit" form="note" icon={plus}>
					{t("p.note.add")}
				</Button>
			</details>
		</Screen>
	);
}

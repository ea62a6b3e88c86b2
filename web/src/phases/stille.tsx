import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Button } from "../ui/button";
import { plus } from "../ui/icons";
import { t } from "../words/words";
import { TableCard } from "./card";
import type { PhaseProps } from "./index";
import { MyNotes } from "./mynotes";
import { Places } from "./places";
import { Question } from "./question";
import { Writer } from "./writer";

/** Stille is writing alone: a field, and what one has written. Nobody else sees it. */
export function Stille({ m, step, unsent }: PhaseProps) {
	return (
		<Screen
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={
				<Button variant="primary" full type="submit" form="note" icon={plus}>
					{t("p.note.add")}
				</Button>
			}
		>
			<Question step={step} />
			<TableCard m={m} />
			<Writer m={m} />
			{unsent}
			<MyNotes m={m} />
			<Places m={m} />
		</Screen>
	);
}

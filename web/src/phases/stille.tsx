import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { paper, plus } from "../ui/icons";
import { t } from "../words/words";
import { TableCard } from "./card";
import { Halves } from "./halves";
import type { PhaseProps } from "./index";
import { AskPen, Wish } from "./lend";
import { MyNotes } from "./mynotes";
import { Places } from "./places";
import { Question } from "./question";
import { shared } from "./shared";
import { Writer } from "./writer";

/** Stille is writing alone: a field, and what one has written. Nobody else sees it. */
export function Stille({ m, step, unsent }: PhaseProps) {
	if (shared(m)) return <PaperFirst m={m} step={step} unsent={unsent} />;
	return (
		<Screen
			key="own"
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={
				<Button variant="primary" full type="submit" form="note" icon={plus}>
					{t("p.note.add")}
				</Button>
			}
		>
			<Question step={step} />
			<TableCard m={m} folded />
			<Halves m={m} />
			<Writer m={m} />
			<Wish m={m} />
			{unsent}
			<MyNotes m={m} />
			<AskPen m={m} />
			<Places m={m} />
		</Screen>
	);
}

/** PaperFirst is the same for a table with one phone: eighteen notes are not typed on one of them while five wait. */
function PaperFirst({ m, step, unsent }: PhaseProps) {
	return (
		<Screen key="shared" title={step.title} beside={<StepTimer m={m} />}>
			<Question step={step} />
			<TableCard m={m} />
			<section class="callout-box stack-s" aria-labelledby="paper">
				<h2 id="paper" class="line">
					<Icon d={paper} />
					<span>{t("p.one.paper")}</span>
				</h2>
				<p>{t("p.one.paper_how")}</p>
				<p>{t("p.one.paper_then")}</p>
			</section>
			{unsent}
			<Halves m={m} />
			<details>
				<summary>{t("p.one.anyway")}</summary>
				<Writer m={m} />
				<Button type="submit" form="note" icon={plus}>
					{t("p.note.add")}
				</Button>
			</details>
			<MyNotes m={m} />
			<Places m={m} />
		</Screen>
	);
}

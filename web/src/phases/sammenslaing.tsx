import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { t } from "../words/words";
import type { PhaseProps } from "./index";
import { Piles } from "./piles";
import { Question } from "./question";
import { AddPoint, mayWork, SendList, TableList } from "./table";

/** Sammenslaing happens on the board: the phone is for reading, and for a table that has not sent yet. */
export function Sammenslaing({ m, step, unsent }: PhaseProps) {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const late = !!group && !group.sent;
	return (
		<Screen
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={
				late && mayWork(m) ? (
					<>
						<AddPoint m={m} />
						<SendList m={m} />
					</>
				) : undefined
			}
		>
			<Question step={step} />
			<p class="lead">{t(late ? "p.table.unsent" : "p.merge.away")}</p>
			{unsent}
			{late ? <TableList m={m} /> : null}
			<Piles m={m} />
		</Screen>
	);
}

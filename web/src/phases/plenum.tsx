import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Badge } from "../ui/badge";
import { t } from "../words/words";
import { Away } from "./away";
import type { PhaseProps } from "./index";
import { Question } from "./question";
import { Cue, Told } from "./same";
import { Reopen } from "./sent";
import { AddPoint, due, mayWork, SendList, TableList } from "./table";

/** Plenum is the tables telling the room, one after the other. A phone is a cue card when it is one's own turn, and otherwise for saying *samme hos oss*. */
export function Plenum({ m, step, unsent }: PhaseProps) {
	const telling = m.store.one("telling");
	const mine = m.me.value?.group ?? 0;
	const group = mine ? m.store.get("groups", mine) : undefined;
	const now = telling?.now ?? 0;
	const unsentList = !!group && !group.sent && due(m);
	const ours = now !== 0 && now === mine;
	return (
		<Screen
			key={now}
			title={now === 0 ? step.title : ours ? t("p.plenum.ours") : t("p.plenum.turn", { n: now })}
			beside={<StepTimer m={m} />}
			foot={
				unsentList && mayWork(m) ? (
					<>
						<AddPoint m={m} />
						<SendList m={m} />
					</>
				) : undefined
			}
		>
			{now === 0 ? <Question step={step} /> : null}
			{telling?.next && telling.next === mine ? (
				<p class="callout">
					<Badge n={mine} label={t("common.group", { n: mine })} />
					<b>{t("p.plenum.next")}</b>
				</p>
			) : null}
			{unsent}
			{unsentList ? (
				<>
					<p class="lead">{t("p.table.unsent")}</p>
					<TableList m={m} />
				</>
			) : null}
			{now === 0 ? (
				<>
					<p class="lead">{t("p.plenum.done")}</p>
					<Away />
				</>
			) : ours ? (
				<Cue m={m} />
			) : (
				<Told m={m} by={now} />
			)}
			<Reopen m={m} />
		</Screen>
	);
}

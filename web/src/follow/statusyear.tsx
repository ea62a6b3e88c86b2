import { allStatus, limits, type Status, type Turn } from "../gen/protocol";
import { month } from "../words/dates";
import { t } from "../words/words";
import { later } from "./calendar";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";
import { Sideways } from "./sideways";
import { said } from "./status";

interface Column {
	month: string;
	n: Record<Status, number>;
}

/** StatusYear is how it has stood at the end of each month: a picture for the eye, and the same numbers as a table. */
export function StatusYear({ m, cal, list }: Given & { list: readonly Row[] }) {
	const columns = standing(
		list.map((r) => ({ turns: m.store.get("trails", r.id)?.turns ?? [] })),
		cal.ended.value,
		cal.today.value,
		(at) => cal.dateOf(at),
	);
	const used = allStatus.filter((s) => columns.some((c) => c.n[s] > 0));
	const most = list.length;
	if (columns.length < 2) return null; // a picture of one moment says no more than the numbers above
	return (
		<Fold id="statusyear" title={t("follow.picture")}>
			<div class="row wrap" aria-hidden="true">
				{used.map((s) => (
					<span key={s} class="status-key">
						<span class="pile-up">
							<i data-status={s} />
						</span>
						{said(s)}
					</span>
				))}
			</div>
			<div class="stacks" aria-hidden="true" style={{ "--n": columns.length }}>
				{columns.map((c) => (
					<div key={c.month} class="stack-col">
						<div class="pile-up">
							{used.map((s) =>
								c.n[s] ? (
									<i key={s} data-status={s} style={{ flexGrow: c.n[s], flexBasis: `${(100 * c.n[s]) / most}%` }}>
										{c.n[s]}
									</i>
								) : null,
							)}
						</div>
						<small>{month(c.month).slice(0, 3)}</small>
					</div>
				))}
			</div>
			<p class="stacks-span small muted" aria-hidden="true">
				<span>{month(columns[0]?.month ?? "")}</span>
				<span>{month(columns.at(-1)?.month ?? "")}</span>
			</p>
			<details>
				<summary>{t("follow.picture_table")}</summary>
				<Sideways label={t("follow.picture_table")}>
					<table class="numbers">
						<thead>
							<tr>
								<th scope="col">{t("follow.picture_month")}</th>
								{used.map((s) => (
									<th key={s} scope="col">
										{said(s)}
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{columns.map((c) => (
								<tr key={c.month}>
									<th scope="row">{month(c.month)}</th>
									{used.map((s) => (
										<td key={s} class="num">
											{c.n[s]}
										</td>
									))}
								</tr>
							))}
						</tbody>
					</table>
				</Sideways>
			</details>
		</Fold>
	);
}

/** standing counts how each measure stood at the end of every month since the dugnad, and today. */
export function standing(
	list: readonly { turns: readonly Turn[] }[],
	from: string,
	today: string,
	dateOf: (at: number) => string,
): Column[] {
	const columns: Column[] = [];
	for (let at = from.slice(0, 7); at && at <= today.slice(0, 7); at = later(`${at}-01`, 31).slice(0, 7)) {
		const last = later(`${later(`${at}-01`, 31).slice(0, 7)}-01`, -1);
		const end = last < today ? last : today;
		const n = Object.fromEntries(allStatus.map((s) => [s, 0])) as Record<Status, number>;
		for (const { turns } of list) {
			const turn = turns.filter((x) => dateOf(x.at) <= end).at(-1);
			const since = turn ? dateOf(turn.at) : from;
			const stale = turn?.status !== "lagt-bort" && later(since, limits.staleDays) <= end;
			n[stale ? "ukjent" : (turn?.status ?? "ikke-startet")]++;
		}
		columns.push({ month: at, n });
	}
	return columns;
}

import { allStatus } from "../gen/protocol";
import { t } from "../words/words";
import { toMeasure } from "./address";
import { between } from "./calendar";
import type { Given } from "./given";
import { Late } from "./list";
import { NextUp } from "./nextup";
import { late, type Row } from "./rows";
import { StatusChip } from "./status";

/** ByStatus is the measures in columns. What nobody knows any more has a column of its own. */
export function ByStatus({ list, cal }: Given & { list: readonly Row[] }) {
	const today = cal.today.value;
	return (
		<div class="columns">
			{allStatus.map((status) => {
				const here = list.filter((r) => r.care.shown === status);
				return status === "ukjent" && here.length === 0 ? null : (
					<section key={status} aria-labelledby={`c-${status}`}>
						<h3 id={`c-${status}`}>
							<StatusChip of={status} /> <span class="num">{here.length}</span>
						</h3>
						{here.length ? (
							<ul class="stack-s">
								{here.map((r) => (
									<li key={r.id} class="slip">
										<a href={toMeasure(r.id)} dir="auto">
											{r.title || t("follow.untitled")}
										</a>
										<span class="small muted" dir="auto">
											{r.responsible || (r.care.status === "lagt-bort" ? "–" : t("common.nobody"))}
										</span>
										<NextUp r={r} cal={cal} />
										{late(r, today) ? <Late days={between(r.due, today)} /> : null}
									</li>
								))}
							</ul>
						) : (
							<p class="small muted">{t("follow.column_empty")}</p>
						)}
					</section>
				);
			})}
		</div>
	);
}

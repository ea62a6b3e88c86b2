import { limits } from "../gen/protocol";
import { Icon } from "../ui/icon";
import { calendar, clock, hand, warning } from "../ui/icons";
import { t } from "../words/words";
import { toMeasure } from "./address";
import { between } from "./calendar";
import type { Given } from "./given";
import { NextUp } from "./nextup";
import { late, type Row } from "./rows";
import { StatusChip } from "./status";

const soon = 14; // days before a status is no longer believed in which it is said

/** List is the measures as a table; on a phone each row is a slip of its own. */
export function List({ list, cal }: Given & { list: readonly Row[] }) {
	const today = cal.today.value;
	return (
		<table class="tbl">
			<thead>
				<tr>
					<th scope="col">{t("follow.field.measure")}</th>
					<th scope="col">{t("follow.field.status")}</th>
					<th scope="col">{t("follow.field.responsible")}</th>
					<th scope="col">{t("follow.field.confirmed")}</th>
				</tr>
			</thead>
			<tbody>
				{list.map((r) => (
					<tr key={r.id}>
						<th scope="row">
							<a href={toMeasure(r.id)} dir="auto">
								{r.title || t("follow.untitled")}
							</a>
							<NextUp r={r} cal={cal} />
						</th>
						<td>
							<StatusChip of={r.care.shown} />
							{r.care.says && r.care.shown !== "ukjent" ? (
								<span class="small" dir="auto">
									{r.care.says}
								</span>
							) : null}
							{late(r, today) ? <Late days={between(r.due, today)} /> : null}
							{r.care.help ? (
								<span class="chip" data-tone="stop">
									<Icon d={hand} />
									{t("follow.help")}
								</span>
							) : null}
						</td>
						<td data-label={t("follow.field.responsible")} dir="auto">
							{r.responsible || (r.care.status === "lagt-bort" ? "–" : t("common.nobody"))}
						</td>
						<td data-label={t("follow.field.confirmed")} class="num">
							<Confirmed of={r} {...{ cal, today }} />
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

/** Late says how long ago the date was. */
export function Late({ days }: { days: number }) {
	return (
		<span class="chip" data-tone="stop">
			<Icon d={calendar} />
			{t("follow.late", { n: days })}
		</span>
	);
}

/** Confirmed is when somebody last said how it is, and when that is too long ago to be believed. */
export function Confirmed({ of: r, cal, today }: { of: Row; cal: Given["cal"]; today: string }) {
	const left = r.care.agesAt ? between(today, cal.dateOf(r.care.agesAt)) : undefined;
	return (
		<>
			<span class="nb">{r.care.by.role ? cal.on(r.care.confirmed) : t("follow.never_said")}</span>{" "}
			{r.care.shown === "ukjent" ? (
				<span class="chip" data-tone="look">
					<Icon d={warning} />
					{t("follow.unknown_since", { n: limits.staleDays })}
				</span>
			) : left !== undefined && left <= soon ? (
				<span class="chip" data-tone="look">
					<Icon d={clock} />
					{t("follow.ages", { day: cal.say(cal.dateOf(r.care.agesAt)) })}
				</span>
			) : null}
		</>
	);
}

import type { Status } from "../gen/protocol";
import { Icon } from "../ui/icon";
import { calendar, check, flag } from "../ui/icons";
import { month } from "../words/dates";
import { t } from "../words/words";
import { toMeasure } from "./address";
import type { Given } from "./given";
import { over, type Row } from "./rows";
import { StatusChip } from "./status";

interface Happening {
	date: string;
	row: Row;
	what: "due" | "milestone" | "said";
	text: string;
	done: boolean;
	status?: Status;
}

/** Months is the year as it goes: what was said, what was to be done by when, and today in between. */
export function Months({ m, cal, list }: Given & { list: readonly Row[] }) {
	const today = cal.today.value;
	const all = list.flatMap((r) => happenings(r, m.store.get("trails", r.id)?.turns ?? [], (at) => cal.dateOf(at)));
	all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
	const months = [...new Set([...all.map((h) => h.date), today].map((d) => d.slice(0, 7)))].sort();
	return (
		<ol class="months">
			{months.map((of) => {
				const here = all.filter((h) => h.date.startsWith(of));
				const now = today.startsWith(of);
				return (
					<li key={of} aria-current={now ? "date" : undefined}>
						<h3>{month(of)}</h3>
						<ul>
							{here
								.filter((h) => h.date <= today)
								.map((h, n) => (
									<Line key={n} of={h} late={!h.done && h.date < today} cal={cal} />
								))}
							{now ? (
								<li class="today">
									<b>{t("follow.today", { day: cal.say(today) })}</b>
								</li>
							) : null}
							{here
								.filter((h) => h.date > today)
								.map((h, n) => (
									<Line key={n} of={h} late={false} cal={cal} />
								))}
						</ul>
					</li>
				);
			})}
		</ol>
	);
}

function Line({ of: h, late, cal }: { of: Happening; late: boolean; cal: Given["cal"] }) {
	return (
		<li data-late={late ? "" : undefined}>
			<span class="num muted">{cal.say(h.date)}</span>
			<span>
				<a href={toMeasure(h.row.id)} dir="auto">
					{h.row.title || t("follow.untitled")}
				</a>{" "}
				<span class="line">
					{h.status ? <StatusChip of={h.status} /> : <Icon d={h.done ? check : h.what === "due" ? calendar : flag} />}
					<span dir="auto">
						{h.what === "due" ? t("follow.due_is", { what: h.text }) : h.text}
						{late ? ` · ${t("follow.passed")}` : ""}
					</span>
				</span>
			</span>
		</li>
	);
}

function happenings(
	r: Row,
	turns: readonly { at: number; status: Status; says: string }[],
	on: (at: number) => string,
): Happening[] {
	return [
		...(r.due ? [{ date: r.due, row: r, what: "due" as const, text: r.first, done: over(r.care.status) }] : []),
		...r.care.milestones
			.filter((x) => x.date)
			.map((x) => ({ date: x.date, row: r, what: "milestone" as const, text: x.title, done: x.done })),
		...turns.map((x) => ({
			date: on(x.at),
			row: r,
			what: "said" as const,
			text: x.says,
			done: true,
			status: x.status,
		})),
	];
}

import { useRef } from "preact/hooks";
import type { MeasureView } from "../gen/protocol";
import { Empty } from "../ui/empty";
import { day } from "../words/dates";
import { Two } from "./also";
import { Page } from "./page";
import { usePages, useRows } from "./pages";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

const columns = ["board.measure", "board.responsible", "board.first", "board.due"] as const;

/** What the hall goes home with: a role, a step, a date. A measure without anybody asks for somebody. */
export const Measures: View = ({ meeting, still }) => {
	const all = meeting.store.list("measures", (m) => m.order);
	// What the young ask for is for others to answer: their own board does not ask row by row who takes it on.
	const asks = meeting.store.one("youth") === undefined;
	const alone = !asks && all.every((m) => bare(m) && !m.followUp); // then there is nothing to put in the other columns
	const box = useRef<HTMLDivElement>(null);
	const body = useRef<HTMLTableSectionElement>(null);
	const pages = useRows(all, height, body, box);
	const [page, n] = usePages(pages, (m) => m.id, still);
	if (all.length === 0) {
		return (
			<main class="board-main meas">
				<StepTitle meeting={meeting} />
				<Empty title={<Two k="board.measures_none" />} />
			</main>
		);
	}
	return (
		<main class="board-main meas">
			<div class="heading">
				<h1>
					<Two k="board.measures_title" />
				</h1>
				<Page n={n} of={pages.length} />
			</div>
			<div ref={box}>
				<table data-few={all.length < 5 ? "" : undefined}>
					<thead>
						<tr>
							{columns.slice(0, alone ? 1 : undefined).map((k) => (
								<th key={k} scope="col">
									<Two k={k} />
								</th>
							))}
						</tr>
					</thead>
					<tbody ref={body}>
						{page.map((m) => (
							<Row key={m.id} of={m} row={all.indexOf(m)} asks={asks} alone={alone} />
						))}
					</tbody>
				</table>
			</div>
		</main>
	);
};

const bare = (m: MeasureView): boolean => !m.responsible && !m.first && !m.due;

function Row({ of: m, row, asks, alone }: { of: MeasureView; row: number; asks: boolean; alone: boolean }) {
	const title = (
		<th scope="row" dir="auto">
			{m.title}
		</th>
	);
	if (alone) return <tr data-row={row}>{title}</tr>;
	if (bare(m)) {
		return (
			<tr data-row={row}>
				{title}
				<td colSpan={3}>
					{asks || m.followUp ? (
						<span class="nobody">
							<Two k={m.followUp ? "board.follow_up" : "board.nobody_yet"} along />
						</span>
					) : null}
				</td>
			</tr>
		);
	}
	return (
		<tr data-row={row}>
			{title}
			<td dir="auto">
				{m.responsible || (
					<span class="nobody">
						<Two k={m.followUp ? "board.follow_up" : "board.nobody_short"} />
					</span>
				)}
			</td>
			<td dir="auto">{m.first}</td>
			<td class="num">{together(day(m.due))}</td>
		</tr>
	);
}

/** together keeps day and month on one line; the year may go on the next. */
const together = (date: string): string => date.replace(" ", "\u00a0");

/** height guesses how tall a row will be, in rem, from how many letters a line of each column takes. */
function height(m: MeasureView): number {
	const lines = Math.max(1, m.title.length / 19, m.responsible.length / 17, m.first.length / 25);
	return Math.ceil(lines) * 2.2 + 0.9;
}

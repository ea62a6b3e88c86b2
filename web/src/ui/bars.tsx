import type { Part } from "./parts";
import { Pieces } from "./pieces";

export interface Bar {
	id: string;
	/** The number on the ballot. */
	n: number;
	text: string;
	votes: number;
	top: boolean; // solid; the rest are hollow
	/** What else there is to say of the number. */
	note?: string;
	/** What the number was added up from. */
	parts?: readonly Part[];
}

/** Bars shows a result: number on the ballot, text, bar, count, measured against what a whole bar would be. */
export function Bars({ rows, full }: { rows: readonly Bar[]; full: number }) {
	if (!rows.length) return null;
	return (
		<ol class="bars">
			{rows.map((r) => (
				<li key={r.id} data-top={r.top ? "" : undefined}>
					<span class="named">
						<span class="n">{r.n}</span>
						<span class="t" dir="auto">
							{r.text}
						</span>
					</span>
					<b class="num">{r.votes}</b>
					{r.note ? <small>{r.note}</small> : null}
					{r.parts?.length ? (
						<Pieces parts={r.parts} full={full} />
					) : (
						<span class="bar" aria-hidden="true">
							<i data-none={r.votes ? undefined : ""} style={{ inlineSize: `${full ? (100 * r.votes) / full : 0}%` }} />
						</span>
					)}
				</li>
			))}
		</ol>
	);
}

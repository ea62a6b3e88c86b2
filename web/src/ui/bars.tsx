import type { ComponentChildren } from "preact";
import type { Part } from "./parts";
import { Pieces } from "./pieces";

export interface Bar {
	id: string;
	/** The number on the ballot. */
	n: number;
	text: string;
	/** The same in a second language, where a hall has one. */
	also?: ComponentChildren;
	votes: number;
	top: boolean; // solid; the rest are hollow
	/** What else there is to say of the number. */
	note?: ComponentChildren;
	/** What the number was added up from. */
	parts?: readonly Part[];
}

/** Bars shows a result: number on the ballot, text, bar, count, measured against what a whole bar would be. What has not been told yet is an empty line above. */
export function Bars({ rows, full, untold = 0 }: { rows: readonly Bar[]; full: number; untold?: number }) {
	if (!rows.length && !untold) return null;
	return (
		<ol class="bars">
			{Array.from({ length: untold }, (_, i) => (
				<li key={`untold${i}`} class="untold" aria-hidden="true" />
			))}
			{rows.map((r) => (
				<li key={r.id} data-top={r.top ? "" : undefined}>
					<span class="named">
						<span class="n">{r.n}</span>
						<span class="t" dir="auto">
							{r.text}
							{r.also}
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

export interface Bar {
	id: string;
	text: string;
	votes: number;
	top: boolean; // solid; the rest are hollow
	/** What else there is to say of the number. */
	note?: string;
}

/** Bars shows a result: text, bar, number, measured against what a whole bar would be. */
export function Bars({ rows, full }: { rows: readonly Bar[]; full: number }) {
	return (
		<ol class="bars">
			{rows.map((r) => (
				<li key={r.id} data-top={r.top ? "" : undefined}>
					<span class="t" dir="auto">
						{r.text}
					</span>
					<b class="num">{r.votes}</b>
					{r.note ? <small>{r.note}</small> : null}
					<span class="bar" aria-hidden="true">
						<i data-none={r.votes ? undefined : ""} style={{ inlineSize: `${full ? (100 * r.votes) / full : 0}%` }} />
					</span>
				</li>
			))}
		</ol>
	);
}

export interface Bar {
	id: string;
	text: string;
	votes: number;
	top: boolean; // solid; the rest are hollow
}

/** Bars shows a result: text, bar, number, measured against how many ballots there were. */
export function Bars({ rows, ballots }: { rows: readonly Bar[]; ballots: number }) {
	return (
		<ol class="bars">
			{rows.map((r) => (
				<li key={r.id} data-top={r.top ? "" : undefined}>
					<span class="t" dir="auto">
						{r.text}
					</span>
					<b class="num">{r.votes}</b>
					<span class="bar" aria-hidden="true">
						<i
							data-none={r.votes ? undefined : ""}
							style={{ inlineSize: `${ballots ? (100 * r.votes) / ballots : 0}%` }}
						/>
					</span>
				</li>
			))}
		</ol>
	);
}

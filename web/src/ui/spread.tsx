import type { ComponentChildren } from "preact";
import type { MoodView } from "../gen/protocol";
import { type Key, t } from "../words/words";

interface SpreadProps {
	of: MoodView;
	lang?: string | undefined;
	/** How our own words are said, where it is not in one language. */
	word?: (k: Key) => ComponentChildren;
}

/** Spread is how the answers lie on each scale: a picture that is a table. Of nobody, and of no scale that too few answered. */
export function Spread({ of, lang, word = t }: SpreadProps) {
	const most = Math.max(1, ...of.spread.flat());
	return (
		<table class="spread">
			<caption class="vh">{of.title}</caption>
			<thead>
				<tr>
					{[1, 2, 3, 4, 5].map((n) => (
						<th key={n} scope="col">
							{n}
							{n === 1 ? (
								<small>{word("common.mood_low")}</small>
							) : n === 5 ? (
								<small>{word("common.mood_high")}</small>
							) : null}
						</th>
					))}
				</tr>
			</thead>
			{of.asks.map((ask, i) => (
				<tbody key={ask}>
					<tr>
						<th scope="rowgroup" colSpan={5} dir="auto">
							{ask}
							{of.also[i] ? (
								<span class="also" lang={lang} dir="auto">
									{of.also[i]}
								</span>
							) : null}
						</th>
					</tr>
					<tr>
						{of.spread[i]?.length ? (
							of.spread[i].map((k, at) => (
								<td key={at}>
									<span class="col" aria-hidden="true">
										<i style={{ blockSize: `${(100 * k) / most}%` }} />
									</span>
									<b class="num">{k}</b>
								</td>
							))
						) : (
							<td colSpan={5} class="few">
								{word("common.mood_few")}
							</td>
						)}
					</tr>
				</tbody>
			))}
		</table>
	);
}

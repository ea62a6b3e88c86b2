import type { ComponentChildren } from "preact";
import type { ResultView } from "../gen/protocol";
import { type Part, shadeOf, valuesOf } from "./parts";

const digit = 3.2; // per cent of a whole bar that a digit needs
/** inkOf is what a number is written with on a shade: on the middle ones it differs between light and dark. */
const inkOf = (shade: number) => (shade > 0.72 ? undefined : shade > 0.45 ? "mid" : "dark");

/** Pieces is a bar in pieces, with the number of ballots in each that has room for it. */
export function Pieces({ parts, full }: { parts: readonly Part[]; full: number }) {
	return (
		<span class="bar pieces" aria-hidden="true">
			{parts.map((p) => {
				const share = (100 * p.size) / Math.max(1, full);
				return (
					<i key={p.at} data-ink={inkOf(p.shade)} style={{ inlineSize: `${share}%`, "--shade": p.shade }}>
						{share >= digit * String(p.n).length ? p.n : ""}
					</i>
				);
			})}
		</span>
	);
}

/** Legend says what each tone stands for. */
export function Legend({ of, word }: { of: ResultView; word: (at: number) => ComponentChildren }) {
	return (
		<ul class="legend">
			{valuesOf(of).map((at) => (
				<li key={at}>
					<i style={{ "--shade": shadeOf(of, at) }} aria-hidden="true" />
					{word(at)}
				</li>
			))}
		</ul>
	);
}

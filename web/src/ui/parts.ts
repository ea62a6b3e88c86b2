import type { ResultRow, ResultView } from "../gen/protocol";

/** Part is a piece of a bar: how many ballots, what they gave, how long the piece is and how dark. */
export interface Part {
	at: number; // the place, or the score
	n: number;
	size: number;
	shade: number; // 1 is the darkest
}

/** inParts tells whether a result says how its marks came about. */
export const inParts = (of: ResultView): boolean =>
	(of.method === "rank" || of.method === "score") && of.rows.some((r) => r.spread.length > 0);

/** valuesOf is what a ballot could give a proposal, the most first. */
export const valuesOf = (of: ResultView): number[] =>
	of.method === "rank"
		? Array.from({ length: of.k }, (_, i) => i + 1)
		: Array.from({ length: of.k + 1 }, (_, i) => of.k - i);

/** shadeOf is as dark as the value is high, from 1 down to what can still be told from the paper. */
export const shadeOf = (of: ResultView, at: number): number => {
	const values = valuesOf(of);
	return 1 - (0.78 * values.indexOf(at)) / Math.max(1, values.length - 1);
};

/**
 * partsOf is a bar in the pieces its number was added up from. A piece of a ranking is as long as its points; a piece
 * of a scoring as its ballots, so that a proposal that divides the hall looks divided.
 */
export function partsOf(of: ResultView, row: ResultRow): Part[] {
	if (row.spread.length === 0) return [];
	return valuesOf(of)
		.map((at) => {
			const n = row.spread[of.method === "rank" ? at - 1 : at] ?? 0;
			return { at, n, size: of.method === "rank" ? n * (of.k - at + 1) : n, shade: shadeOf(of, at) };
		})
		.filter((p) => p.n > 0);
}

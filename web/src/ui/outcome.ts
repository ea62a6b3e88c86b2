import type { ResultRow, ResultView } from "../gen/protocol";

/** one tells whether a ballot gives an option at most one mark, so that marks can be held against ballots. */
const one = (r: ResultView): boolean => r.method === "approve" || r.method === "yesno";

/** fullOf is what a whole bar stands for: every ballot, or the most that anything got where one ballot gives many points. */
export const fullOf = (r: ResultView): number => Math.max(1, one(r) ? r.ballots : 0, ...r.rows.map((row) => row.marks));

/** topOf is how many are drawn solid: as many as each could choose, and three where choices are points. */
export const topOf = (r: ResultView): number => (r.method === "approve" ? r.k : 3);

export const isTop = (r: ResultView, row: ResultRow): boolean => row.marks > 0 && row.rank <= topOf(r);

/** tieOf is the place that several share where it matters: at the edge of the first ones, else the highest that is shared. */
export function tieOf(r: ResultView): { place: number; n: number } | undefined {
	const sharing = (place: number) => r.rows.filter((row) => row.marks > 0 && row.rank === place).length;
	const places = [...new Set(r.rows.filter((row) => isTop(r, row)).map((row) => row.rank))];
	const edge = places.at(-1) ?? 0;
	const place = sharing(edge) > 1 ? edge : places.find((p) => sharing(p) > 1);
	return place ? { place, n: sharing(place) } : undefined;
}

import type { ResultRow, ResultView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { inParts } from "./parts";

/** one tells whether a ballot gives an option at most one mark, so that marks can be held against ballots. */
const one = (r: ResultView): boolean => r.method === "approve" || r.method === "yesno";

/** fullOf is what a whole bar stands for: every ballot, or the most that anything got where one ballot gives many points. */
export const fullOf = (r: ResultView): number =>
	r.method === "score" && inParts(r)
		? Math.max(1, r.ballots)
		: Math.max(1, one(r) ? r.ballots : 0, ...r.rows.map((row) => row.marks));

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

export const raised = (r: ResultView): boolean => r.rows.some((row) => row.hands > 0);

/** coverOf is how many ballots got something among the first ones, when there is anything to say of it. Of hands nobody knows. */
export function coverOf(r: ResultView): { n: number; of: number; k: number } | undefined {
	if (raised(r) || r.early) return undefined;
	const k = r.rows.filter((row) => isTop(r, row)).length;
	const last = r.rows[k - 1];
	return k > 1 && last && last.cover > 0 && r.rows.length > k ? { n: last.cover, of: r.ballots, k } : undefined;
}

/**
 * secondReading is the proposal that equal shares would take and the top list does not, if taking it along leaves fewer
 * people with nothing. A row covers somebody new when its count of covered ballots is higher than that of the row above,
 * since it holds all those above it; without that the numbers do not bear the sentence out.
 */
export function secondReading(r: ResultView): ResultRow | undefined {
	const cover = coverOf(r);
	if (!cover || cover.n >= cover.of) return undefined;
	const picked = r.balanced[cover.k - 1] ?? [];
	return r.rows.find((row, i) => i >= cover.k && picked.includes(row.id) && row.cover > (r.rows[i - 1]?.cover ?? 0));
}

/** resultOf is the latest final count that this surface is shown; before the reveal there is none, and no number either. */
export function resultOf(m: Meeting): ResultView | undefined {
	const order = (vote: string) => m.store.get("votes", vote)?.order ?? 0;
	const latest = m.store.list("results", (r) => -order(r.vote))[0];
	return latest?.early ? undefined : latest;
}

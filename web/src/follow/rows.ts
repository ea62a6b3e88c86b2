import type { FollowUpView, MeasureView, ResultRow, Status } from "../gen/protocol";
import type { Meeting } from "../state/meeting";

/** Row is both sides of a measure: what everybody sees, and what the follow-up group keeps. */
export interface Row extends MeasureView {
	care: FollowUpView;
}

/** rows is every measure, in the order they were made. */
export function rows(m: Meeting): Row[] {
	const cares = m.store.all("followups");
	return m.store
		.list("measures", (x) => x.order)
		.flatMap((x) => {
			const care = cares.get(x.id);
			return care ? [{ ...x, care }] : [];
		});
}

export function row(m: Meeting, id: string): Row | undefined {
	const [measure, care] = [m.store.get("measures", id), m.store.get("followups", id)];
	return measure && care ? { ...measure, care } : undefined;
}

/** over tells a status after which nothing more is expected. */
export const over = (s: Status): boolean => s === "pa-plass" || s === "lagt-bort";

/** late tells a measure whose date has passed and that is not done. */
export const late = (r: Row, today: string): boolean => r.due !== "" && r.due < today && !over(r.care.status);

/** What has come furthest is told first. */
const told: readonly Status[] = ["pa-plass", "i-gang", "star-fast", "ikke-startet", "lagt-bort", "ukjent"];

/** counts is how many there are of each status, those with any. */
export function counts(list: readonly Row[]): { status: Status; n: number }[] {
	return told
		.map((status) => ({ status, n: list.filter((r) => r.care.shown === status).length }))
		.filter((c) => c.n > 0);
}

/** chosen is how the last count that everybody may see went for a proposal. */
export function chosen(m: Meeting, cluster: string): { row: ResultRow; ballots: number } | undefined {
	const order = new Map([...m.store.all("votes").values()].map((v) => [v.id, v.order]));
	const results = m.store.list("results", (r) => -(order.get(r.vote) ?? 0));
	for (const r of results) {
		const found = r.rows.find((x) => x.id === cluster);
		if (found) return { row: found, ballots: r.ballots };
	}
	return undefined;
}

/** fold makes a text searchable: without case and without accents, but æ, ø and å stay themselves. */
export const fold = (text: string): string =>
	text.toLowerCase().replaceAll("å", "\u0001").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("\u0001", "å");

import type { ResultView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";

/** beforeOf is the counted round that a vote comes after, past those that were called off. */
export function beforeOf(m: Meeting, vote: VoteView | undefined): VoteView | undefined {
	let before = vote?.follows ? m.store.get("votes", vote.follows) : undefined;
	while (before && before.status !== "counted") {
		before = before.follows ? m.store.get("votes", before.follows) : undefined;
	}
	return before;
}

/** earlierOf is what a proposal got in the round before this result, when there was one. */
export function earlierOf(m: Meeting, of: ResultView, option: string): { n: number; round: number } | undefined {
	const before = beforeOf(m, m.store.get("votes", of.vote));
	const row = before && m.store.get("results", before.id)?.rows.find((r) => r.id === option);
	return row && { n: row.marks, round: before.round };
}

/** lastResult is the latest count there is to show, how many of its rows have not been told, and what became of the vote after it. */
export function lastResult(m: Meeting): { result?: ResultView; left: number; waits?: VoteView } {
	const votes = m.store.list("votes", (v) => -v.order).filter((v) => v.status !== "cancelled");
	const latest = votes[0];
	const telling = latest && m.store.get("unveiled", latest.id);
	const result = telling?.result ?? votes.map((v) => m.store.get("results", v.id)).find((r) => r);
	// A vote that waits for its paper, and shows nothing yet, is not answered by the one before it.
	const waits = latest && (latest.status === "hall" || latest.status === "closed") && result?.vote !== latest.id;
	return waits ? { waits: latest, left: 0 } : { result, left: telling?.left ?? 0 };
}

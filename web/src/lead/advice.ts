import type { GroupView, ProgressView, SeatView, StepView, TimerView } from "../gen/protocol";

/** What the facilitator could do something about now. A count, never a text. */
export type Advice =
	| { kind: "help" | "sound"; group: number; seat: string; n: number }
	| { kind: "quiet"; group: number }
	| { kind: "unsent"; group: number }
	| { kind: "unplaced"; n: number }
	| { kind: "unreached" };

export interface Known {
	step: StepView | undefined;
	timer: TimerView | undefined;
	now: number;
	groups: readonly GroupView[];
	progress: ReadonlyMap<string, ProgressView>;
	seats: readonly SeatView[];
	unplaced: number;
	reached: boolean;
}

const patience = 2 * 60_000;

/** adviceOf lists what to look at, the one to act on first first: people before progress. */
export function adviceOf(k: Known): Advice[] {
	const list: Advice[] = [];
	for (const s of k.seats) {
		if (s.hand === "help" || s.hand === "sound") list.push({ kind: s.hand, group: s.group, seat: s.seat, n: s.n });
	}
	const kind = k.step?.kind;
	if (kind === "lobby" && !k.reached && k.seats.length < 2) list.push({ kind: "unreached" });
	if (kind !== "lobby" && k.unplaced > 0) list.push({ kind: "unplaced", n: k.unplaced });
	if (kind === "stille" && gone(k) >= patience) {
		for (const g of k.groups) {
			if (g.size > 0 && (k.progress.get(String(g.n))?.notes ?? 0) === 0) list.push({ kind: "quiet", group: g.n });
		}
	}
	if (kind === "sammenslaing" || (kind === "runde" && left(k) <= patience)) {
		for (const g of k.groups) {
			if (!g.sent && (k.progress.get(String(g.n))?.kept ?? 0) > 0) list.push({ kind: "unsent", group: g.n });
		}
	}
	return list;
}

function left({ timer, now }: Known): number {
	if (!timer?.total) return 0;
	return timer.ends ? timer.ends - now : timer.left;
}

const gone = (k: Known): number => (k.timer?.total ? k.timer.total - left(k) : 0);

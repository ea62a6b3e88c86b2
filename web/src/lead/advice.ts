import type {
	GroupView,
	PhaseKind,
	ProgressView,
	SeatView,
	StepView,
	TableOnline,
	TellingView,
	TimerView,
} from "../gen/protocol";

/** Somebody who has raised a hand for the facilitator. */
export interface Call {
	kind: "help" | "sound" | "write";
	group: number;
	seat: string;
	n: number;
}

/** What the facilitator could do something about now. A count, never a text. */
export type Advice =
	| Call
	| { kind: "shared"; n: number }
	| { kind: "dark"; group: number }
	| { kind: "quiet"; group: number; minutes: number }
	| { kind: "unsent"; group: number }
	| { kind: "ready"; group: number }
	| { kind: "long"; group: number; next: number }
	| { kind: "held"; n: number }
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
	/** Tables where a phone has been quiet for a while. */
	dark?: readonly TableOnline[];
	reached: boolean;
	telling?: TellingView | undefined;
	/** Texts that wait for the facilitator to let them through. */
	held?: number;
}

/** Where a phone is put away it sleeps, and says nothing about who sits there. */
const phones: readonly (PhaseKind | undefined)[] = ["stille", "velg_kort", "runde", "tiltak", "stemning", "avstemning"];

const patience = 2 * 60_000;
const warning = 60_000; // the next table is called this long before it is their turn

/** callsOf lists who has raised a hand. Where somebody writes for the table, that one is told who wants it written. */
export function callsOf({ seats, groups }: Pick<Known, "seats" | "groups">): Call[] {
	return seats.flatMap(({ hand, group, seat, n }) => {
		const written = groups.some((g) => g.n === group && g.scribe);
		const calls = hand === "help" || hand === "sound" || (hand === "write" && !written);
		return calls ? [{ kind: hand, group, seat, n } as Call] : [];
	});
}

/** adviceOf lists what to look at, the one to act on first first: people before progress. */
export function adviceOf(k: Known): Advice[] {
	const list: Advice[] = [...callsOf(k)];
	const kind = k.step?.kind;
	if (kind === "lobby" && !k.reached && k.seats.length < 2) list.push({ kind: "unreached" });
	if (kind !== "lobby" && k.unplaced > 0) list.push({ kind: "unplaced", n: k.unplaced });
	if (k.held) list.push({ kind: "held", n: k.held });
	if (kind === "plenum" && k.telling?.now && k.timer?.ends && left(k) <= warning) {
		const { now, next } = k.telling;
		if (left(k) <= 0) list.push({ kind: "long", group: now, next });
		else if (next) list.push({ kind: "ready", group: next });
	}
	const dark = (k.dark ?? []).filter((d) => d.on === 0 && phones.includes(kind)).map((d) => d.n);
	for (const group of dark) list.push({ kind: "dark", group });
	// Who writes on paper has nothing on the phone yet, and needs time to read it out: offered until somebody has given it.
	const sharing = k.groups.filter((g) => g.shared).length;
	if (kind === "stille" && sharing && k.timer?.total && k.timer.total <= (k.step?.minutes ?? 0) * 60_000)
		list.push({ kind: "shared", n: sharing });
	if (kind === "stille" && gone(k) >= patience) {
		for (const g of k.groups) {
			if (g.size > 0 && !g.shared && !dark.includes(g.n) && (k.progress.get(String(g.n))?.notes ?? 0) === 0)
				list.push({ kind: "quiet", group: g.n, minutes: Math.floor(gone(k) / 60_000) });
		}
	}
	if (k.step?.sends && (kind === "sammenslaing" || (kind !== "plenum" && left(k) <= patience))) {
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

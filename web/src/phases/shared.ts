import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";

/** headsOf is how many people this phone stands for: what was just said of it, or what the meeting says. */
export function headsOf(m: Meeting): number {
	return m.outbox.pending("seat.heads").at(-1)?.with.n ?? m.me.value?.heads ?? 1;
}

/** shared tells whether others look at this phone too. What is private is then folded away. */
export const shared = (m: Meeting): boolean => headsOf(m) > 1;

const stood = (m: Meeting, vote: string) => `stood:${m.room}:${vote}`;

/** stoodOver is how many have handed the phone on without voting. Only the phone keeps count, and of nobody. */
export const stoodOver = (m: Meeting, vote: string): number => Number(notebook.read(stood(m, vote)) ?? 0) || 0;

export function standOver(m: Meeting, vote: string): void {
	notebook.write(stood(m, vote), String(stoodOver(m, vote) + 1));
}

/** slipsIn are the numbers of the slips that have been handed in here, or are on their way. */
export function slipsIn(m: Meeting, vote: string): readonly string[] {
	const there = m.me.value?.slips.find((s) => s.vote === vote)?.numbers ?? [];
	const flying = m.outbox.pending("ballot.cast").flatMap((c) => (c.with.vote === vote && c.with.slip) || []);
	return [...new Set([...there, ...flying])];
}

/** newNumber draws two digits that no slip here has. */
export function newNumber(taken: readonly string[]): string {
	const free = Array.from({ length: 90 }, (_, n) => String(10 + n)).filter((n) => !taken.includes(n));
	const [dice = 0] = crypto.getRandomValues(new Uint32Array(1));
	return free[dice % free.length] as string;
}

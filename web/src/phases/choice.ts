import { type Signal, signal } from "@preact/signals";
import { alsoForget } from "../participant/forget";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";

/** What this phone has chosen in a vote, and what of it the server has taken. After the count only the phone knows. */
export interface Own {
	choice: readonly string[];
	stored: readonly string[];
	/** The last change came when the vote was over: an earlier ballot counts, or none does; or it was one slip of a shared phone. */
	late?: "kept" | "none" | "slip";
}

const open = new Map<string, Signal<Own>>();
const key = (m: Meeting, vote: string) => `vote:${m.room}:${vote}`;

/** known tells whether this phone remembers a choice at all. */
export const known = (m: Meeting, vote: string): boolean => notebook.read(key(m, vote)) !== null;

/** own is the phone's memory of one ballot. */
export function own(m: Meeting, vote: string): Signal<Own> {
	const k = key(m, vote);
	let s = open.get(k);
	if (!s) {
		s = signal(read(notebook.read(k)));
		open.set(k, s);
	}
	return s;
}

function read(text: string | null): Own {
	try {
		const own = JSON.parse(text ?? "") as Own;
		if (Array.isArray(own.choice) && Array.isArray(own.stored)) return own;
	} catch {
		// Nothing remembered, or nothing that can be read.
	}
	return { choice: [], stored: [] };
}

/** forgetChoices clears the memory of a meeting; what is written down is cleared by whoever forgets. */
function forgetChoices(room: string): void {
	for (const k of open.keys()) if (k.startsWith(`vote:${room}:`)) open.delete(k);
}
alsoForget.push(forgetChoices);

function remember(m: Meeting, vote: string, now: Own): void {
	own(m, vote).value = now;
	notebook.write(key(m, vote), JSON.stringify(now));
}

/** choose marks the ballot and hands it in; there is no button to forget. */
export function choose(m: Meeting, vote: string, choice: readonly string[]): void {
	remember(m, vote, { choice, stored: own(m, vote).value.stored });
	m.send("ballot.cast", { vote, choice: [...choice] }, `ballot:${vote}`);
}

/** answer is the same for a mood. */
export function answer(m: Meeting, step: string, choice: readonly string[]): void {
	remember(m, `mood:${step}`, { choice, stored: own(m, `mood:${step}`).value.stored });
	m.send("mood.answer", { step, choice: [...choice] }, `mood:${step}`);
}

/** keepChoice notes what the server has taken. */
export function keepChoice(m: Meeting, vote: string, stored: readonly string[]): void {
	remember(m, vote, { choice: own(m, vote).value.choice, stored });
}

/** recall takes up a choice made on another device of the same seat. */
export function recall(m: Meeting, vote: string, choice: readonly string[]): void {
	remember(m, vote, { choice, stored: choice });
}

/** loseChoice goes back to what the server has. Late is a change that came when the vote was over: what counts then is remembered, and told as long as it matters. */
export function loseChoice(m: Meeting, vote: string, late: boolean): void {
	const { stored } = own(m, vote).value;
	const counts = stored.length > 0 || m.me.value?.voted.includes(vote);
	remember(m, vote, { choice: stored, stored, ...(late ? { late: counts ? "kept" : "none" } : {}) });
}

/** lateSlip notes that one of those who share a phone handed in too late, and not which. */
export const lateSlip = (m: Meeting, vote: string): void => remember(m, vote, { choice: [], stored: [], late: "slip" });

/** lateIn tells whoever chose too late whether a vote of theirs counts. */
export function lateIn(m: Meeting): Own["late"] {
	const last = m.store.list("votes", (v) => v.order).at(-1);
	return last && last.status !== "open" ? own(m, last.id).value.late : undefined;
}

/** Two tabs of a phone hold one ballot. One that slept heard nothing, and reads it anew when it is looked at. */
const again = (k: string) => {
	const s = open.get(k);
	const text = notebook.read(k);
	if (s && text !== null) s.value = read(text);
};
addEventListener("storage", (e) => void (e.key && again(e.key)));
document.addEventListener("visibilitychange", () => {
	if (document.visibilityState === "visible") for (const k of open.keys()) again(k);
});

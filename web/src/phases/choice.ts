import { type Signal, signal } from "@preact/signals";
import { alsoForget } from "../participant/forget";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";

/** What this phone has chosen in a vote, and what of it the server has taken. After the count only the phone knows. */
export interface Own {
	choice: readonly string[];
	stored: readonly string[];
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

/** loseChoice goes back to what the server has: the last change came too late. */
export function loseChoice(m: Meeting, vote: string): void {
	const { stored } = own(m, vote).value;
	remember(m, vote, { choice: stored, stored });
}

import { type Signal, signal } from "@preact/signals";
import { useLayoutEffect, useState } from "preact/hooks";
import type { EarlierView } from "../gen/protocol";
import { draft, open as fields } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { shared } from "./shared";

/** What of one's own stands on the screen: fields, by the name of their draft, and one's notes. What does not is told of elsewhere. */
export const onScreen = signal<readonly string[]>([]);

/** useOnScreen says that something stands there for as long as it does. */
export function useOnScreen(name: string): void {
	useLayoutEffect(() => {
		onScreen.value = [...onScreen.peek(), name];
		return () => {
			onScreen.value = onScreen.peek().filter((n) => n !== name);
		};
	}, [name]);
}

/** otherQuestion is the question that a step asked, when it is another than the one that is asked now. */
export function otherQuestion(m: Meeting, step: string): EarlierView | undefined {
	const { earlier = [], later = [] } = m.store.one("step") ?? {};
	return [...earlier, ...later].find((q) => q.steps.includes(step));
}

/** named lists the drafts of a meeting, also those that an earlier page left behind. */
export function named(room: string): string[] {
	const own = `draft:${room}:`;
	const all = [...fields.keys(), ...notebook.keys(own)].filter((field) => field.startsWith(own));
	return [...new Set(all.map((field) => field.split(":")[2] ?? ""))];
}

/** halfOf names the draft of a note, or a point, to the question that is asked now. What was begun to another stays with that one, and on a shared phone with its step. */
export function halfOf(m: Meeting, kind: "note" | "point"): string {
	const now = `${kind}-${m.store.one("step")?.id}`;
	// Where several share a phone, the next step may find another of them with it.
	if (shared(m)) return now;
	const begun = named(m.room).filter(
		(n) => n.startsWith(`${kind}-`) && draft(m.room, n).peek() && !otherQuestion(m, n.slice(kind.length + 1)),
	);
	return begun.includes(now) ? now : (begun[0] ?? now);
}

/** useHalf is what stands half-written in a field. */
export function useHalf(m: Meeting, kind: "note" | "point"): Signal<string> {
	const [name] = useState(() => halfOf(m, kind));
	useOnScreen(name);
	return draft(m.room, name);
}

/** asked is the question that is before whoever writes, for what is sent: it may come in when the meeting is at another. */
export const asked = (m: Meeting): { step?: string } => {
	const step = m.store.one("step");
	return step ? { step: step.id } : {};
};

/** usual is the language this phone last wrote a note in; whoever writes in their own says so once. */
export const usual = (): string => notebook.read("tongue") ?? "";
export const keepUsual = (lang: string): void => void notebook.write("tongue", lang);

import { type Signal, signal } from "@preact/signals";
import { notebook } from "./notebook";
import { others, tab } from "./tab";

export { notebook };

/** open is the fields that this page has shown, each by its name in the notebook before the tab. */
export const open = new Map<string, Signal<string>>();

/**
 * draft is a field's half-written text. It outlives reloads, phases and a flat
 * battery. Each tab writes under its own name, or two tabs of one person would
 * write over each other; what a tab that is gone left behind, the next one with
 * an empty field takes up.
 */
export function draft(room: string, name: string): Signal<string> {
	const field = `draft:${room}:${name}:`;
	let text = open.get(field);
	if (!text) {
		text = signal(notebook.read(field + tab()) ?? "");
		const first = open.size === 0;
		open.set(field, text);
		text.subscribe((now) => void notebook.write(field + tab(), now));
		if (first || leftIn(field).length > 0) void settle();
	}
	return text;
}

/** leftIn lists what other tabs have written in a field. */
const leftIn = (field: string): string[] => notebook.keys(field).filter((key) => key !== field + tab());

/** settle asks who else is here, sees that all we have stands under our own name, and takes up what nobody writes in. */
async function settle(): Promise<void> {
	const before = tab();
	const here = await others();
	for (const [field, text] of open) {
		if (tab() !== before) notebook.write(field + tab(), text.peek());
		if (text.peek() !== "") continue;
		const left = leftIn(field).find((key) => !here(key.slice(field.length)));
		if (!left) continue;
		text.value = notebook.read(left) ?? "";
		notebook.write(left, "");
	}
}

/** forgetDrafts empties every draft of a meeting. */
export function forgetDrafts(room: string): void {
	for (const [field, text] of open) if (field.startsWith(`draft:${room}:`)) text.value = "";
}

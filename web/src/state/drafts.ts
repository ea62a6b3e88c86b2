import { type Signal, signal } from "@preact/signals";

/** The phone's own small notebook: half-written texts and choices, which the server has no business with. */
export const notebook = {
	read(key: string): string | null {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	},
	/** write keeps a text, or forgets it when it is empty. It tells whether the phone could. */
	write(key: string, text: string): boolean {
		try {
			if (text === "") localStorage.removeItem(key);
			else localStorage.setItem(key, text);
			return true;
		} catch {
			return false; // private windows and full phones: memory holds it while the page lives
		}
	},
};

const open = new Map<string, Signal<string>>();

/** draft is a field's half-written text. It outlives reloads, phases and a flat battery. */
export function draft(room: string, field: string): Signal<string> {
	const key = `draft:${room}:${field}`;
	let text = open.get(key);
	if (!text) {
		text = signal(notebook.read(key) ?? "");
		open.set(key, text);
		text.subscribe((now) => void notebook.write(key, now));
	}
	return text;
}

/** forgetDrafts empties every draft of a meeting. */
export function forgetDrafts(room: string): void {
	for (const [key, text] of open) if (key.startsWith(`draft:${room}:`)) text.value = "";
}

import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Key } from "../gen/words";
import { type Args, say } from "./say";

export type { Key } from "../gen/words";
export type Catalogue = Readonly<Record<string, string>>;

/** The language on screen and its texts. Only one catalogue is ever loaded at a time. */
export const lang: Signal<string> = signal("nb");
const texts: Signal<Catalogue> = signal({});

/** Every language there is: code, its own name for itself. */
export const languages: ReadonlySignal<{ code: string; name: string }[]> = computed(() =>
	Object.entries(DUGNAD_LANGS).map(([code, l]) => ({ code, name: l.name })),
);

/** The languages a meeting can be held in: plain Norwegian is one's own. */
export const meetings: ReadonlySignal<{ code: string; name: string }[]> = computed(() =>
	languages.value.filter((l) => !l.code.includes("-")),
);

/** t gives the text of a key. A key without a text shows itself: ugly, and never empty. */
export function t(key: Key, args?: Args): string {
	const text = texts.value[key];
	return text === undefined ? key : say(lang.value, text, args);
}

/** refused gives the sentence of a code that the server said no with. */
export function refused(code: string): string {
	return t(`refused.${code}` as Key);
}

/** useWords puts a catalogue in force, and tells the page which language it speaks. */
export function useWords(code: string, catalogue: Catalogue): void {
	lang.value = code;
	texts.value = catalogue;
	document.documentElement.lang = code;
	document.documentElement.dir = catalogue["lang.dir"] ?? "ltr";
}

/** fetchWords gets a catalogue and puts it in force. It tells whether it could. */
export async function fetchWords(code: string): Promise<boolean> {
	const known = DUGNAD_LANGS[code];
	if (!known) return false;
	try {
		const answer = await fetch(known.url);
		if (!answer.ok) return false;
		useWords(code, (await answer.json()) as Catalogue);
		return true;
	} catch {
		return false;
	}
}

/** preferred is the first language we have of those asked for; `no` is bokmål. */
export function preferred(...asked: (string | null | undefined)[]): string {
	for (const a of asked) {
		if (a && a in DUGNAD_LANGS) return a; // chosen on this phone, as plain Norwegian is
		const code = (a ?? "").toLowerCase().split("-")[0] ?? "";
		const ours = code === "no" ? "nb" : code;
		if (ours in DUGNAD_LANGS) return ours;
	}
	return document.documentElement.lang in DUGNAD_LANGS ? document.documentElement.lang : "nb";
}

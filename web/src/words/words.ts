import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Key } from "../gen/words";
import { type Args, say } from "./say";

export type { Key } from "../gen/words";
export type Catalogue = Readonly<Record<string, string>>;

interface Language {
	name: string;
	/** Where its texts are: what the page itself can show first, then what comes with the parts. */
	urls: string[];
}

/** The languages of this surface; the bundler wrote them into the page. */
const known = JSON.parse(document.getElementById("langs")?.textContent ?? "{}") as Record<string, Language>;

/** The language on screen, and the texts of it that are here. */
export const lang: Signal<string> = signal("nb");
const texts: Signal<Catalogue> = signal({});

/** Every language there is: code, its own name for itself. */
export const languages: ReadonlySignal<{ code: string; name: string }[]> = computed(() =>
	Object.entries(known).map(([code, l]) => ({ code, name: l.name })),
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

/** Whether a part has asked for its texts: from then on a language comes with all it has, or not at all. */
let whole = false;
/** The language whose every text is in force. */
let complete = "";
let choices = 0;

/** fetchWords gets the texts of a language and puts them in force. It tells whether it could, and was not overtaken by another choice. */
export async function fetchWords(code: string): Promise<boolean> {
	const mine = ++choices;
	try {
		while (await bring(code, () => mine === choices)) if (!whole || complete === code) return true;
	} catch {
		// No network: what is on screen stays.
	}
	return false;
}

/** fetchAllWords gets what the parts say, too, in the language on screen. It tells whether the server has it, and throws without network. */
export async function fetchAllWords(): Promise<boolean> {
	whole = true;
	for (let code = lang.value; code in known && complete !== code; code = lang.value) {
		if (!(await bring(code, () => lang.value === code)) && lang.value === code) return false;
	}
	return true;
}

async function bring(code: string, still: () => boolean): Promise<boolean> {
	const all = whole;
	const urls = known[code]?.urls ?? [];
	const answers = await Promise.all((all ? urls : urls.slice(0, 1)).map((u) => fetch(u)));
	if (answers.length === 0 || !answers.every((a) => a.ok)) return false;
	const texts = (await Promise.all(answers.map((a) => a.json()))) as Catalogue[];
	if (!still()) return false;
	// If a part has asked meanwhile, half a language would show it without its texts: whoever called asks again.
	if (all !== whole) return true;
	if (all) complete = code;
	useWords(code, Object.assign({}, ...texts));
	return true;
}

/** preferred is the first language we have of those asked for; `no` is bokmål. Whoever asks for none of ours reads plain Norwegian, where there is some. */
export function preferred(...asked: (string | null | undefined)[]): string {
	for (const a of asked) {
		if (a && a in known) return a; // chosen on this phone, as plain Norwegian is
		const code = (a ?? "").toLowerCase().split("-")[0] ?? "";
		const ours = code === "no" ? "nb" : code;
		if (ours in known) return ours;
	}
	const page = document.documentElement.lang;
	return page in known && page !== "nb" ? page : "nb-enkel" in known ? "nb-enkel" : "nb";
}

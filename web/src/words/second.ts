import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { Key } from "../gen/words";
import { type Args, say } from "./say";

/** The language a hall reads beside its own, and its texts. Only the board has one: a phone is in its owner's language. */
const code: Signal<string> = signal("");
const texts: Signal<Readonly<Record<string, string>>> = signal({});

export const second: ReadonlySignal<string> = code;

/** also gives the text of a key in the second language, and nothing where there is none. */
export function also(key: Key, args?: Args): string {
	const text = texts.value[key];
	return code.value && text !== undefined ? say(code.value, text, args) : "";
}

/** useSecond puts a second language in force; none takes it away. */
export function useSecond(lang: string, catalogue: Readonly<Record<string, string>>): void {
	code.value = lang;
	texts.value = catalogue;
}

/** fetchSecond gets its texts. A language we have no catalogue for has what people typed, and no more. */
export async function fetchSecond(lang: string): Promise<void> {
	if (lang === code.peek()) return;
	useSecond(lang, {});
	const known = JSON.parse(document.getElementById("langs")?.textContent ?? "{}") as Record<string, { urls: string[] }>;
	const answers = await Promise.all((known[lang]?.urls ?? []).map((u) => fetch(u))).catch(() => []);
	const parts = await Promise.all(answers.filter((a) => a.ok).map((a) => a.json()));
	if (code.peek() === lang) texts.value = Object.assign({}, ...parts);
}

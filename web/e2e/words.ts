import { readFileSync } from "node:fs";
import type { Key } from "../src/gen/words";
import { type Args, say } from "../src/words/say";

type Speak = (key: Key, args?: Args) => string;

/** speak reads the texts of one language. */
export function speak(lang: string): Speak {
	const texts = JSON.parse(readFileSync(new URL(`../locales/${lang}.json`, import.meta.url), "utf8"));
	return (key, args) => {
		if (texts[key] === undefined) throw new Error(`no text ${key} in ${lang}`);
		return say(lang, texts[key], args);
	};
}

/** t is what a text says in bokmål, which everybody reads where nothing else is said. */
export const t: Speak = speak("nb");

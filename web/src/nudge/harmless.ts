import { readdirSync, readFileSync } from "node:fs";
import { expect } from "vitest";

/** every text of the decks, and the ideas of the Vestby evening. */
export const harmless = () => {
	const decks = new URL("../../../room/decks/", import.meta.url);
	const texts: string[] = [];
	for (const file of readdirSync(decks).filter((f) => f.endsWith(".json"))) {
		for (const card of JSON.parse(readFileSync(new URL(file, decks), "utf8")).cards) {
			for (const words of Object.values(card.words) as { title: string; question: string; prompts?: string[] }[]) {
				texts.push(words.title, words.question, ...(words.prompts ?? []));
			}
		}
	}
	const evening = readFileSync(new URL("../../../internal/vestby/data.go", import.meta.url), "utf8");
	const ideas = [...evening.matchAll(/\{"i\d\d", \d, "(.+?)", /g)].map((m) => m[1] ?? "");
	expect(ideas.length).toBe(24);
	return [...texts, ...ideas].filter(Boolean);
};

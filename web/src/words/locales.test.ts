// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { allAffiliation, allCode } from "../gen/protocol";
import { type Args, say } from "./say";

const dir = new URL("../../locales/", import.meta.url);
const langs = readdirSync(dir)
	.filter((f) => f.endsWith(".json"))
	.map((f) => f.replace(".json", ""));
const read = (lang: string) => JSON.parse(readFileSync(new URL(`${lang}.json`, dir), "utf8")) as Record<string, string>;
const nb = read("nb");

/** holes lists what a text asks to be filled with, whichever form it takes. */
const holes = (lang: string, text: string) => {
	const asked = new Set<string>();
	for (const n of [0, 1, 2, 5]) {
		const get = (_: object, name: string) => {
			asked.add(name);
			return n;
		};
		say(lang, text, new Proxy({}, { get }) as Args);
	}
	return [...asked].sort();
};

test("the four languages are there", () => {
	expect(langs).toEqual(expect.arrayContaining(["nb", "nn", "en", "sv"]));
});

test.each(langs)("%s has every text, with the same holes and all its plural forms", (lang) => {
	const texts = read(lang);
	expect(Object.keys(texts)).toEqual(Object.keys(nb));
	const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
	for (const [key, text] of Object.entries(texts)) {
		expect(text.trim(), key).not.toBe("");
		expect(holes(lang, text), key).toEqual(holes("nb", nb[key] ?? ""));
		if (text.includes("plural")) for (const f of forms) expect(text, key).toMatch(new RegExp(`\\b${f} \\{`));
	}
});

test("every no has a sentence", () => {
	for (const code of allCode) expect(nb).toHaveProperty([`refused.${code}`]);
	for (const as of allAffiliation) expect(nb).toHaveProperty([`p.as.${as}`]);
});

test("nynorsk is written, not swapped", () => {
	for (const [key, text] of Object.entries(read("nn"))) {
		expect(text, key).not.toMatch(/\b(ikke|hvordan|noen|jeg|hva|hvem|hvor|kun|fra|mye|uten)\b/i);
	}
});

test.each([...langs, "plain/nb-enkel"])("in %s privacy is told in eighty words", (lang) => {
	for (const key of ["p.privacy.adult", "p.privacy.youth", "p.privacy.ung"]) {
		const words = (read(lang)[key] ?? "").split(/\s+/).length;
		expect(words, key).toBeGreaterThan(30);
		expect(words, key).toBeLessThanOrEqual(80);
	}
});

test("what no native reader has read says so", () => {
	for (const lang of ["nn", "en", "sv"]) expect(read(lang)["lang.status"]).toBe("utkast");
});

test("the list of keys is fresh: node words.mjs", () => {
	const listed = readFileSync(new URL("../gen/words.ts", import.meta.url), "utf8");
	expect([...listed.matchAll(/\| "(.+)"/g)].map((m) => m[1])).toEqual(Object.keys(nb).sort());
});

describe("plain Norwegian", () => {
	const plain = read("plain/nb-enkel");
	/** bare is a text without what is filled in. */
	const bare = (text: string) => text.replace(/\{\w+, plural,|\b(one|other) \{|\{\w+\}|\}/g, " ");
	const own = Object.entries(plain).filter(([key]) => !key.startsWith("lang."));

	test("asks for the same as bokmål does, and has nothing that bokmål has not", () => {
		for (const [key, text] of Object.entries(plain)) {
			expect(nb).toHaveProperty([key]);
			expect(holes("nb", text), key).toEqual(holes("nb", nb[key] ?? ""));
		}
	});

	test("is spoken on the screens of those who take part", () => {
		const theirs = Object.keys(nb).filter((key) => /^p\.(?!plan|made|mine)/.test(key));
		const missing = theirs.filter((key) => !(key in plain));
		expect(missing.length / theirs.length, missing.join(", ")).toBeLessThanOrEqual(0.1);
	});

	test("keeps to three hundred words, and to twelve in a sentence", () => {
		const listed = readFileSync(new URL("plain/words.txt", dir), "utf8")
			.split("\n")
			.filter((line) => line && !line.startsWith("#"));
		expect(listed.length).toBeLessThanOrEqual(300);
		const known = new Set(listed.flatMap((line) => line.split(" ")));
		for (const [key, text] of own) {
			for (const word of bare(text).match(/\p{L}+/gu) ?? [])
				expect(known, `${key}: ${word}`).toContain(word.toLowerCase());
			for (const sentence of text.replace(/\{\w+\}/g, "N").split(/[.?!:{}]+/)) {
				expect(sentence.trim().split(/\s+/).length, `${key}: ${sentence}`).toBeLessThanOrEqual(12);
			}
		}
	});
});

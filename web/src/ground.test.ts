// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const here = new URL(".", import.meta.url);
const sources = readdirSync(here, { recursive: true, encoding: "utf8" })
	.filter((f) => /\.tsx?$/.test(f) && !/\.test\./.test(f))
	.map((f) => [f, readFileSync(new URL(f, here), "utf8")] as const);

// The one place that may look for it, and goes on without.
const optional = "participant/worker.ts";

test.each([
	["a hall on plain http has none of it", /crypto\.subtle|\.randomUUID|navigator\.(locks|storage)|serviceWorker/],
	["what people write is text", /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(/],
	["nobody else is asked for anything", /https?:\/\/|\/\/cdn|@import url/],
])("%s", (_, never) => {
	expect(sources.length).toBeGreaterThan(50);
	expect(sources.filter(([f, text]) => f !== optional && never.test(text)).map(([f]) => f)).toEqual([]);
});

test("what a browser sets out is asked for in a language it knows", () => {
	// Elsewhere than among the words there are only dates for machines, in a language that is named.
	const there = /Intl\.(?!(Segmenter|PluralRules)\b)\w+\((?!locale\(|"nb")/;
	const elsewhere = /Intl\.\w+\((?!"(sv|en-GB)")|localeCompare|toLocale\w+\(/;
	const wrong = sources.filter(([f, text]) => (f.startsWith("words/") ? there : elsewhere).test(text));
	expect(wrong.map(([f]) => f)).toEqual([]);
});

test("the time of day is asked of the browser in one place, and written as the catalogue says", () => {
	const asks = sources.filter(([, text]) => /\bhour:|timeStyle|getHours\(|toTimeString/.test(text));
	expect(asks.map(([f]) => f)).toEqual(["state/moment.ts"]);
	const own = sources.filter(([, text]) => /\btimeIn\(|"common\.clock",/.test(text)).map(([f]) => f);
	expect(own.sort()).toEqual(["board/pause.tsx", "lead/times.ts", "words/clock.ts"]);
	// A catalogue that writes one itself has the form of its clock.
	const locales = new URL("../locales/", here);
	for (const lang of ["nb", "nn", "sv"])
		expect(readFileSync(new URL(`${lang}.json`, locales), "utf8"), lang).not.toMatch(/\b[012]?\d:[0-5]\d\b/);
	expect(readFileSync(new URL("en.json", locales), "utf8")).not.toMatch(/\b[012]\d\.[0-5]\d\b/);
});

test("what only a secure page has is looked for in one place, and not missed", () => {
	const text = sources.find(([f]) => f === optional)?.[1] ?? "";
	expect(text).toMatch(/if \(!isSecureContext \|\| !\("serviceWorker" in navigator\)\) return;/);
	expect(text).not.toMatch(/crypto\.subtle|randomUUID|innerHTML|eval\(|https?:\/\//);
});

test("a new version of the kept page waits until the old one is closed", () => {
	const worker = readFileSync(new URL("../sw.js", here), "utf8");
	expect(worker).toContain('addEventListener("install"');
	expect(worker).not.toMatch(/skipWaiting|\.navigate\(/);
	// And no phone loads its page anew by itself: somebody presses.
	const anew = sources.filter(([f]) => f.startsWith("participant/")).flatMap(([, text]) => text.split("\n"));
	const lines = anew.filter((line) => /location\.reload\(/.test(line));
	expect(lines.length).toBeGreaterThan(0);
	for (const line of lines) expect(line).toContain("onClick");
});

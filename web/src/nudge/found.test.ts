// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { find, norwegian, without } from "./found";
import { harmless } from "./harmless";

const sentences = readFileSync(new URL("sentences.txt", import.meta.url), "utf8")
	.split("\n")
	.filter((line) => line && !line.startsWith("#"));

test("of seventy sentences with somebody in them, at least four of five are seen", () => {
	expect(sentences.length).toBe(70);
	const missed = sentences.filter((line) => {
		const text = line.replaceAll(/[[\]]/g, "");
		const marked = [...line.matchAll(/\[(.+?)\]/g)].map((m) => m[1] ?? "");
		const found = find(text);
		const seen = marked.every((who) => found.some((f) => who.startsWith(text.slice(f.at, f.end))));
		return found.length === 0 || !seen;
	});
	expect(1 - missed.length / 70, missed.join("\n")).toBeGreaterThanOrEqual(0.8);
});

test("no more than one in twenty of the cards and the Vestby ideas is taken for somebody", () => {
	const texts = harmless();
	expect(texts.length).toBeGreaterThan(200);
	const alarms = texts.filter((text) => find(text).length > 0);
	expect(alarms.length / texts.length, alarms.join("\n")).toBeLessThanOrEqual(1 / 20);
});

test.each([
	"Ung Arena er åpen",
	"Vi møtes i mai",
	"Vår felles plan for 2024 2025",
	"Det koster 25 000 000 kroner",
	"Åpent 18.30–20.00, 12 plasser",
	"Dag og natt",
	"Saksnummer 20241234567",
	"Liv i lokalet",
	"Kurs i 3D-printing og animasjon",
	"Verksted i 3D",
	"Møt opp i rom 2B på skolen",
	"Buss 7B går ikke etter åtte",
	"Vi bor i Storgata 12 B",
	"Gratis for elever i 7. klasse",
	"Inngang 1A og 1B er åpne",
	"4H har ledige plasser for barn",
])("%s names nobody", (text) => {
	expect(find(text)).toEqual([]);
});

test("an identity number is told from any eleven digits by its control digits", () => {
	expect(norwegian("01815010260")).toBe(true);
	expect(norwegian("01815010261")).toBe(false);
	expect(norwegian("12345678901")).toBe(false);
});

test("taking a name away leaves the sentence standing", () => {
	const taken = (text: string) => without(text, find(text), "noen");
	expect(taken("Olas far har ikke bil")).toBe("Noens far har ikke bil");
	expect(taken("Jeg tenker på Leah")).toBe("Jeg tenker på noen");
	expect(taken("Jeg tenker på Kari Leah")).toBe("Jeg tenker på noen");
	expect(taken("Ring Kari på 41234567")).toBe("Ring noen på …");
	expect(find(taken("Fatima i 4B og Ola, 9 år"))).toEqual([]);
	const classes = (text: string) => without(text, find(text), "noen", "en klasse");
	expect(classes("Jentene i 7B og 7A er redde")).toBe("Jentene i en klasse og en klasse er redde");
	expect(classes("7B har ingen lærer")).toBe("En klasse har ingen lærer");
});

test("a class is seen every time it is said, and one that somebody has said is none is left alone", () => {
	const seen = (text: string, known?: ReadonlySet<string>) => find(text, known).map((f) => text.slice(f.at, f.end));
	expect(seen("Elevene i 7 b og 10.A")).toEqual(["7 b", "10.A"]);
	expect(seen("Elevene i 7 b og 10.A", new Set(["7b"]))).toEqual(["10.A"]);
});

test("what the table has said is no name is left alone", () => {
	expect(find("Vi har Nora på laget", new Set(["nora"]))).toEqual([]);
});

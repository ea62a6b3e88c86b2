// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { harmless } from "./harmless";
import { belies, foreign, mayBe, writtenSo } from "./script";

const lines = readFileSync(new URL("scripts.txt", import.meta.url), "utf8")
	.split("\n")
	.filter((line) => line && !line.startsWith("#"))
	.map((line) => line.split(" | ") as [string, string]);

test.each(lines)("%s is offered for %s", (codes, text) => {
	expect(writtenSo(text)).toEqual(codes === "-" ? [] : codes.split(" "));
});

test("no card of any deck and no Vestby idea is taken for another language", () => {
	expect(harmless().filter(foreign)).toEqual([]);
});

test("for our own letters the meeting's language is offered, and the page's where a note can be said to be in it", () => {
	expect(mayBe("Buss heim etter trening", "nn")).toEqual([""]);
	expect(mayBe("A bus home after training", "en")).toEqual(["", "en"]);
	expect(mayBe("SFO", "nb")).toEqual([]);
	expect(mayBe("Спільний автобус", "en")).toEqual(["uk", "und"]);
});

test("only letters of another script belie what a note is said to be in", () => {
	const said = ["", "pl", "ar", "uk", "und"];
	const belied = (text: string) => said.filter((lang) => belies(text, lang));
	expect(belied("Potrzebujemy autobusu")).toEqual(["ar", "uk"]);
	expect(belied("Спільний автобус")).toEqual(["", "pl", "ar"]);
	expect(belied("🚌 12")).toEqual([]);
});

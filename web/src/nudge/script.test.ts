// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { harmless } from "./harmless";
import { foreign, writtenSo } from "./script";

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

// @vitest-environment node
import { expect, test } from "vitest";
import { length } from "./length";
import { say } from "./say";
import cases from "./say.cases.json";

test.each(cases)("$lang: $text", ({ lang, text, args, want }) => {
	expect(say(lang, text, args as Record<string, string | number>)).toBe(want);
});

test("characters are counted as people see them", () => {
	expect(length("blåbær")).toBe(6);
	expect(length("👨‍👩‍👧 é")).toBe(3);
});

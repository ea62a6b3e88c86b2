import { expect, test } from "vitest";
import en from "../../locales/en.json";
import nb from "../../locales/nb.json";
import nn from "../../locales/nn.json";
import sv from "../../locales/sv.json";
import { noon } from "../board/canned";
import { clock, clockAt } from "./clock";
import { useWords } from "./words";

test.each([
	["nb", nb, "9.05", "17.49"],
	["nn", nn, "9.05", "17.49"],
	["sv", sv, "9.05", "17.49"],
	["en", en, "9:05", "17:49"],
])("%s writes the time of day in its own way", (lang, words, early, late) => {
	useWords(lang, words);
	expect(clock("09:05")).toBe(early);
	expect(clock("17:49")).toBe(late);
});

test("the time is the meeting's, not the machine's", () => {
	useWords("nb", nb);
	expect(clockAt(noon, "Europe/Oslo")).toBe("10.05");
	expect(clockAt(noon, "Europe/Helsinki")).toBe("11.05");
});

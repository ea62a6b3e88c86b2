// @vitest-environment node
import { expect, test } from "vitest";
import { complete, spaced, tidy } from "./code";

test.each([
	["K7Q4-XP2M", "K7Q4XP2M"],
	["k7q4xp2m", "K7Q4XP2M"],
	[" k7q4 – xp2m ", "K7Q4XP2M"],
	["KOIL", "K011"],
	["http://10.0.0.4:8080/#K7Q4XP2M", "K7Q4XP2M"],
	["#k7q4-xp2m", "K7Q4XP2M"],
	["kaffe, takk!", "KAFFETAKK"],
	["K٧Q٤-XP٢M", "K7Q4XP2M"],
	["K۷Q۴XP۲M", "K7Q4XP2M"],
	["К7Q4-ХР2М", "K7Q4XP2M"],
	["Ｋ７Ｑ４ＸＰ２Ｍ", "K7Q4XP2M"],
])("%s is read as %s", (typed, want) => expect(tidy(typed)).toBe(want));

test("a whole code is shown as on the board, the beginning of one as it stands", () => {
	expect(spaced("k7q4xp2m")).toBe("K7Q4-XP2M");
	expect(spaced("k7q")).toBe("k7q");
	expect(complete(tidy("K7Q4-XP2"))).toBe(false);
});

import { expect, test } from "vitest";
import { byDay, day, weekday } from "./dates";
import { useWords } from "./words";

const today = new Date("2026-11-21T12:00:00Z");

test.each([
	["nb", "29. januar 2027", "8. desember", "lørdag"],
	["nn", "29. januar 2027", "8. desember", "laurdag"],
	["sv", "29 januari 2027", "8 december", "lördag"],
	["en", "29 January 2027", "8 December", "Saturday"],
])("%s writes its own dates", (lang, next, this_, saturday) => {
	useWords(lang, {});
	expect(day("2027-01-29", today)).toBe(next);
	expect(day("2026-12-08", today)).toBe(this_);
	expect(weekday("2026-11-21")).toBe(saturday);
});

test("no date is said, not shown as a date", () => {
	useWords("nb", { "common.unclear": "Ikke avklart", "common.by": "Innen {date}" });
	expect(byDay("")).toBe("Ikke avklart");
	expect(byDay("tull")).toBe("Innen tull");
});

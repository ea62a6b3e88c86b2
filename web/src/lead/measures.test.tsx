import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { vestby } from "../board/canned";
import { page, press, show, text } from "./stage";

describe("measures", () => {
	const field = (n: number) =>
		page.querySelectorAll<HTMLInputElement>(
			"section > .measures > :last-child input, section > .measures > :last-child textarea",
		)[n] as HTMLInputElement;

	test("a field is saved when it is left, alone", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		act(() => {
			field(0).focus();
			field(0).value = "Kultur";
			field(0).dispatchEvent(new Event("input", { bubbles: true }));
		});
		act(() => field(0).blur());
		expect(m.sent).toEqual([{ do: "measure.set", with: { id: "m7", responsible: "Kultur" } }]);
		expect(field(0).value).toBe("Kultur");
	});

	test("one that is too long is kept in the field and not sent", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		act(() => {
			field(0).focus();
			field(0).value = "x".repeat(81);
			field(0).dispatchEvent(new Event("input", { bubbles: true }));
		});
		act(() => field(0).blur());
		expect(m.sent).toEqual([]);
		expect(text()).toContain("Ett tegn for mye");
	});

	test("an offer is taken in one press, and so is the follow-up group", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		press("Ungdomsrådet kan ta det");
		press("Til oppfølgingsgruppa");
		expect(m.sent[0]).toEqual({ do: "measure.set", with: { id: "m7", responsible: "Ungdomsrådet" } });
		expect(m.outbox.pending("measure.pass")).toMatchObject([{ with: { id: "m7", on: true } }]);
	});
});

test("a table's draft is used in one press, and takes away nothing it does not hold", () => {
	const m = show(vestby({ kind: "ansvarlig" }), "measures");
	press("Bruk Gruppe 4");
	expect(m.sent).toEqual([
		{ do: "measure.set", with: { id: "m0", responsible: "Frivilligsentralen", first: "Ringe lagene" } },
	]);
});

test("the first get somebody responsible in the meeting, and the rest go to the follow-up group in one press", () => {
	const set = vestby({ kind: "ansvarlig" });
	const all = Object.keys(set).filter((k) => k.startsWith("measures/"));
	const blank = Object.fromEntries(all.map((k) => [k, { ...(set[k] as object), responsible: "" }]));
	const m = show({ ...set, ...blank }, "measures");
	expect(page.querySelector(".desk-head .muted")?.textContent).toBe("0 av 5 har en ansvarlig");
	expect(text()).toContain("Resten: 3 tiltak");
	press("Send 3 til oppfølgingsgruppa");
	expect(m.outbox.pending("measure.pass").map((c) => c.with)).toEqual(
		["m5", "m6", "m7"].map((id) => ({ id, on: true })),
	);
	const unranked = Object.fromEntries(all.map((k) => [k, { ...(set[k] as object), top: false }]));
	show({ ...set, ...unranked }, "measures");
	expect(text()).not.toContain("Resten");
});

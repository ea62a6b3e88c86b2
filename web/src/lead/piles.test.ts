import { expect, test } from "vitest";
import { vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { dealt, found, pilesOf } from "./piles";

const piles = pilesOf(cannedMeeting(vestby({ kind: "sammenslaing" }), { surface: "lead" }));

test("proposals are numbered as on the board, with their ideas in order", () => {
	expect(piles.map((p) => p.n)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
	expect(piles[0]?.ideas.map((i) => i.group)).toEqual([1, 2, 3, 4, 5, 6]);
});

test.each([1, 2, 3])("dealt into %s columns none is lost and none is twice", (columns) => {
	const ids = dealt(piles, columns)
		.flat()
		.map((p) => p.id);
	expect(ids.sort()).toEqual(piles.map((p) => p.id).sort());
});

test("search reads titles and ideas, and never offers a proposal to itself", () => {
	expect(found(piles, "KONTINGENT", "").map((p) => p.title)).toEqual(["Støtteordninger"]);
	expect(found(piles, "minibuss", "c-H")).toEqual([]);
	expect(found(piles, "", "c-A")).toHaveLength(7);
});

test("a merge moves no pile to another column, and a column that runs empty is filled again", () => {
	const place = (cols: (typeof piles)[]) => new Map(cols.flatMap((col, n) => col.map((p) => [p.id, n] as const)));
	const before = place(dealt(piles, 3));
	const fewer = piles.filter((p) => p.id !== "c-B");
	for (const [id, col] of place(dealt(fewer, 3, before))) expect(col, id).toBe(before.get(id));
	const crowded = new Map(piles.map((p) => [p.id, 0]));
	expect(dealt(piles, 3, crowded).every((col) => col.length > 0)).toBe(true);
});

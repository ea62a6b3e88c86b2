import { expect, test } from "vitest";
import { cut } from "./pages";

const size = (n: number) => n;

test("things are cut into pages in order, none split and none lost", () => {
	expect(cut([1, 1, 1, 1, 1], size, 2)).toEqual([[1, 1], [1, 1], [1]]);
	expect(cut([3, 3, 1, 2], size, 4)).toEqual([[3], [3, 1], [2]]);
});

test("what is larger than a page has one to itself", () => {
	expect(cut([9, 1, 9], size, 4)).toEqual([[9], [1], [9]]);
});

test("nothing is one empty page", () => {
	expect(cut([], size, 4)).toEqual([[]]);
});

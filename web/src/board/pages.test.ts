// @vitest-environment happy-dom
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import { vestby } from "./canned";
import { cut } from "./pages";
import { page, show } from "./stage";

afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

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

// Letters that come late break the lines elsewhere, and nothing else draws the page again.
test("rows that grow after they were drawn are cut into pages again", () => {
	let grown = () => {};
	const seen = new Set<Element>();
	vi.stubGlobal(
		"ResizeObserver",
		class {
			constructor(told: () => void) {
				grown = told;
			}
			observe = (el: Element) => void seen.add(el);
			disconnect = () => seen.clear();
		},
	);
	let tall = 20;
	vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
		const height = this.matches("tbody > tr") ? tall : this.querySelector(":scope > table") ? 200 : 0;
		return { height } as DOMRect;
	});
	show(vestby({ kind: "ansvarlig" }));
	const rows = () => page.querySelectorAll("tbody > tr").length;
	const before = rows();
	expect(before).toBeGreaterThan(2);
	expect([...seen].map((el) => el.localName).sort()).toEqual(["div", "tbody"]);
	tall = 100;
	act(() => grown());
	expect(rows()).toBe(2);
});

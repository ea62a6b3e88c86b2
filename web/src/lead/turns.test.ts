// @vitest-environment node
import { expect, test } from "vitest";
import { give, later, sooner } from "./turns";

const order = [1, 2, 3, 4];

test("a table is moved up, and nobody's turn changes", () => {
	expect(sooner(order, 1, 4)).toEqual({ order: [1, 2, 4, 3] });
});

test("past the one that tells it takes the floor, and the other is next", () => {
	expect(sooner(order, 2, 3)).toEqual({ order: [1, 3, 2, 4], call: 3 });
	expect(later(order, 2, 2)).toEqual({ order: [1, 3, 2, 4], call: 3 });
});

test("at the ends nothing moves", () => {
	expect(sooner(order, 2, 1)).toEqual({ order });
	expect(later(order, 2, 4)).toEqual({ order });
});

test("whoever gets the floor out of turn, everybody who has not told still comes after", () => {
	expect(give(order, 2, 4)).toEqual({ order: [1, 2, 4, 3], call: 4 });
	expect(give(order, 3, 1)).toEqual({ order: [2, 3, 1, 4], call: 1 });
	expect(give(order, 0, 2)).toEqual({ order: [1, 3, 4, 2], call: 2 });
});

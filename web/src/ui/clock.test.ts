// @vitest-environment node
import { expect, test } from "vitest";
import { leftOf, minutes, running, share } from "./clock";

const now = 1_000_000;

test("a second that has begun counts, so 0:00 means over", () => {
	expect(minutes(222_000)).toBe("3:42");
	expect(minutes(500)).toBe("0:01");
	expect(minutes(0)).toBe("0:00");
	expect(minutes(-5000)).toBe("0:00");
	expect(minutes(75 * 60_000)).toBe("75:00");
});

test("a clock that stands still has what was left", () => {
	expect(leftOf({ ends: 0, left: 9000, total: 60_000 }, now)).toBe(9000);
	expect(leftOf({ ends: now + 4000, left: 0, total: 60_000 }, now)).toBe(4000);
	expect(leftOf({ ends: now - 4000, left: 0, total: 60_000 }, now)).toBe(-4000);
});

test("the table empties from all to nothing and never beyond", () => {
	expect(share({ ends: now + 60_000, left: 0, total: 60_000 }, now)).toBe(100);
	expect(share({ ends: now + 15_000, left: 0, total: 60_000 }, now)).toBe(25);
	expect(share({ ends: now - 15_000, left: 0, total: 60_000 }, now)).toBe(0);
	expect(share({ ends: 0, left: 0, total: 0 }, now)).toBe(0);
});

test("no countdown is not a countdown of nothing", () => {
	expect(running(undefined)).toBe(false);
	expect(running({ ends: 0, left: 0, total: 0 })).toBe(false);
	expect(running({ ends: 0, left: 0, total: 1 })).toBe(true);
});

// @vitest-environment node
import { expect, test } from "vitest";
import { length } from "./length";

test.each([
	["", 0],
	["blåbærsyltetøy", 14],
	["👨‍👩‍👧‍👦", 2], // seen as one: a family is 25 bytes
	["e\u0301e\u0301", 2],
	["\ud800a", 2],
	[`e${"\u0301".repeat(10_000)}`, 1251],
])("%o is as long as the server takes it for", (text, n) => expect(length(text)).toBe(n));

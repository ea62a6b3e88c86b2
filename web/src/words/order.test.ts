import { expect, test } from "vitest";
import { number } from "./numbers";
import { alphabetical } from "./order";
import cases from "./order.cases.json";
import { useWords } from "./words";

test.each(Object.entries(cases.order))("%s has its own alphabet", (lang, names) => {
	useWords(lang, {});
	expect(alphabetical([...names].reverse())).toEqual(names);
});

test.each(Object.entries(cases.number))("%s writes numbers its own way", (lang, written) => {
	useWords(lang, {});
	expect([0, 999, 1234, 1234567].map(number)).toEqual(written);
});

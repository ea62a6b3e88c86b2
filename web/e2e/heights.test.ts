import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vestby, type Wanted } from "../src/board/canned";
import { allPhaseKind, allSlideKind } from "../src/gen/protocol";
import { cannedBoard } from "./canned";
import { Hall } from "./hall";

/** The projectors there are. */
const screens = [
	{ width: 1280, height: 720 },
	{ width: 1920, height: 1080 },
	{ width: 1024, height: 768 },
];
const scenes: Wanted[] = [
	...allPhaseKind.map((kind) => ({ kind, long: true })),
	{ kind: "sammenslaing" },
	{ kind: "avstemning" },
	{ kind: "resultat" },
	{ kind: "ansvarlig" },
	...allSlideKind.flatMap((slide): Wanted[] => [
		{ kind: "info", slide },
		{ kind: "info", slide, long: true },
	]),
	...allPhaseKind.map((kind) => ({ kind, two: true })),
	{ kind: "avstemning", two: true, long: true },
	...allSlideKind.map((slide): Wanted => ({ kind: "info", slide, two: true })),
	{ kind: "stemning", vote: "counted", long: true },
	{ kind: "stemning", vote: "counted", two: true },
	{ kind: "resultat", left: 5 },
	{ kind: "resultat", left: 5, long: true },
];

/** What a text must be of the picture's height to be read from the last row: headings, texts that people wrote, anything at all. */
const least = { heading: 1 / 20, idea: 1 / 30, any: 28 / 1080 };

interface Small {
	what: string;
	size: number;
	words: string;
}

/** measure lists the texts that are smaller than they must be, and those that run out of the picture. */
function measure(page: Page): Promise<Small[]> {
	return page.evaluate((least) => {
		const small: Small[] = [];
		// A screen that is not wide is lit less high: what counts is the picture of a board that fits in it.
		const high = Math.min(innerHeight, (innerWidth * 9) / 16);
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const words = node.textContent?.trim() ?? "";
			const box = node.parentElement;
			if (!words || !box?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
			if (box instanceof SVGElement || box.closest(".vh, .n")) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const at = range.getBoundingClientRect();
			if (at.width <= 1) continue;
			const cut = getComputedStyle(box).textOverflow === "ellipsis";
			const size = Number.parseFloat(getComputedStyle(box).fontSize);
			const what = box.closest("h1")
				? "heading"
				: !box.closest(".also") &&
						box.closest(".pile-title, .slip-text, .options li, .bars .t, .points li, .figures dt")
					? "idea"
					: "any";
			if (size < high * least[what] - 0.1) small.push({ what, size, words: words.slice(0, 60) });
			if (!cut && (at.right > innerWidth + 1 || at.bottom > innerHeight + 1 || at.left < -1))
				small.push({ what: "outside", size, words: words.slice(0, 60) });
		}
		return small;
	}, least);
}

describe("the board can be read from the last row", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	test.each(
		scenes.map(
			(s) =>
				[
					`${s.kind}${s.slide ? `, ${s.slide}` : ""}${s.left ? ", telling" : ""}${s.two ? ", two languages" : ""}${s.long ? ", the longest texts" : ""}`,
					s,
				] as const,
		),
	)("%s", async (name, wanted) => {
		const { device: board } = await cannedBoard(hall, name, vestby(wanted));
		const { page } = board;
		for (const size of screens) {
			await page.setViewportSize(size);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				const where = `${name}, ${size.width}x${size.height}, ${colorScheme}`;
				expect(await measure(page), where).toEqual([]);
			}
		}
		await board.shoot(`tavle-4x3-${name}`);
		await board.context.close();
	});
});

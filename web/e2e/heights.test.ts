import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vestby, type Wanted } from "../src/board/canned";
import { allPhaseKind, allSlideKind } from "../src/gen/protocol";
import { cannedBoard } from "./canned";
import { Hall } from "./hall";
import { eachPage, type Wrong, wrongTexts } from "./texts";

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
	...allPhaseKind.map((kind) => ({ kind, two: true, long: true })),
	...allSlideKind.flatMap((slide): Wanted[] => [
		{ kind: "info", slide, two: true },
		{ kind: "info", slide, two: true, long: true },
	]),
	{ kind: "stemning", vote: "counted", long: true },
	{ kind: "stemning", vote: "counted", two: true },
	{ kind: "stemning", vote: "counted", two: true, long: true },
	{ kind: "resultat", left: 5 },
	{ kind: "resultat", left: 5, long: true },
	{ kind: "resultat", left: 5, two: true },
	{ kind: "resultat", left: 5, two: true, long: true },
	...(["alike", "apart", "flow"] as const).flatMap((put): Wanted[] => [
		{ kind: "sammenslaing", put },
		{ kind: "sammenslaing", put, two: true },
		{ kind: "sammenslaing", put, long: true },
		{ kind: "sammenslaing", put, long: true, two: true },
	]),
	{ kind: "resultat", put: "flow" },
	{ kind: "resultat", put: "flow", two: true },
	{ kind: "resultat", put: "flow", long: true },
	{ kind: "resultat", put: "flow", long: true, two: true },
];

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
					`${s.kind}${s.put ? `, ${s.put}` : ""}${s.slide ? `, ${s.slide}` : ""}${s.left ? ", telling" : ""}${s.two ? ", two languages" : ""}${s.long ? ", the longest texts" : ""}`,
					s,
				] as const,
		),
	)("%s", async (name, wanted) => {
		const { device: board } = await cannedBoard(hall, name, vestby(wanted));
		const { page } = board;
		await page.keyboard.press("p");
		const wrong: Record<string, Wrong[]> = {};
		for (const size of screens) {
			await page.setViewportSize(size);
			for (const colorScheme of ["light", "dark"] as const) {
				await page.emulateMedia({ colorScheme });
				const where = `${size.width}x${size.height}, ${colorScheme}`;
				await eachPage(page, async (n) => {
					const found = await wrongTexts(page);
					if (found.length) wrong[`${where}, page ${n}`] = found;
				});
			}
		}
		await board.shoot(`tavle-4x3-${name}`);
		expect(wrong).toEqual({});
		await board.context.close();
	});
});

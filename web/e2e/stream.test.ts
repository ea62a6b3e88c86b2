import { afterAll, beforeAll, expect, test } from "vitest";
import { cannedBoard } from "./canned";
import { sees } from "./device";
import { downpour, emptied } from "./downpour";
import { Hall } from "./hall";
import { t } from "./words";

const many = 300;
const seconds = 6;

let hall: Hall;
beforeAll(async () => {
	hall = await Hall.open();
});
afterAll(() => hall.close());

test(`${many} ideas in ${seconds} s: none is dropped`, async () => {
	const board = await cannedBoard(hall, "board", emptied());
	const { page } = board.device;
	await downpour(board.tell, many, seconds);
	await sees(page.getByRole("heading", { name: t("board.proposals", { n: many }) }));
	// Every one of them can be turned to: eight on a page, the last page too.
	const pages = Math.ceil(many / 8);
	const seen = new Set<string>();
	await page.keyboard.press("p");
	for (let n = 0; n < pages; n++) {
		for (const text of await page.locator(".pile-title").allTextContents()) seen.add(text);
		const at = await page.locator(".heading .sub").textContent();
		await page.keyboard.press("PageDown");
		await expect.poll(() => page.locator(".heading .sub").textContent()).not.toBe(at);
	}
	expect(seen.size).toBe(many);
	hall.calm();
});

import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, noNetwork, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

/** stays marks a page, so that it can be told afterwards whether it is still the same one. */
const stays = (page: Page) =>
	page.evaluate(() => {
		document.body.dataset.stayed = "";
	});
const stayed = (page: Page) => page.evaluate(() => document.body.dataset.stayed !== undefined);

describe("a network that comes and goes", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("people gather", async () => {
		e = await gather(hall);
		for (const d of hall.devices) d.allow(noNetwork);
	});

	chapter("what is written without network is kept, and comes in once", async () => {
		const { anna, berit, lead } = e;
		await lead.next();
		await sees(anna.field);
		await stays(anna.page);
		await anna.device.context.setOffline(true);
		await sees(anna.text(t("p.offline.lead")));
		for (const note of ["Utlån av ski", "Varmt i hallen"]) {
			await anna.write(note);
			await sees(anna.slip(note).getByText(t("p.note.saved"), { exact: true }));
		}
		await sees(anna.page.getByText(t("p.offline.waiting", { n: 2 })));
		expect(anna.device.told("Utlån")).toBe(false);
		await anna.device.context.setOffline(false);
		for (const note of ["Utlån av ski", "Varmt i hallen"]) await anna.received(note);
		await gone(anna.text(t("p.offline.lead")));
		expect(await stayed(anna.page)).toBe(true);
		await anna.page.reload();
		for (const note of ["Utlån av ski", "Varmt i hallen"]) {
			await anna.received(note);
			expect(await anna.slip(note).count()).toBe(1);
		}
		await lead.notes(2);
		expect(berit.device.told("Utlån")).toBe(false);
	});

	chapter("a phone that dies with something unsent sends it when it wakes", async () => {
		const { berit } = e;
		await berit.device.context.setOffline(true);
		await sees(berit.text(t("p.offline.lead")));
		await berit.write("Flere trenere");
		await berit.field.fill("Ikke fer");
		const address = berit.page.url();
		await berit.page.close();
		await berit.device.context.setOffline(false);
		e.berit = new Phone(berit.device, await berit.device.tab());
		await e.berit.page.goto(address);
		await e.berit.received("Flere trenere");
		expect(await e.berit.slip("Flere trenere").count()).toBe(1);
		// Whose draft it is takes a moment to find out: another tab might be writing it.
		await expect.poll(() => e.berit.field.inputValue()).toBe("Ikke fer");
	});

	chapter("the power goes and comes back, and everybody returns alone", async () => {
		const { anna, berit, board, lead } = e;
		const pages = [lead.device.page, board.page, anna.page, berit.page];
		for (const page of pages) await stays(page);
		await hall.house.kill();
		for (const p of [anna, berit]) await sees(p.text(t("p.offline.lead")));
		await sees(board.page.getByText(t("board.offline")));
		await anna.write("Skrevet i mørket");
		await sees(anna.slip("Skrevet i mørket").getByText(t("p.note.saved"), { exact: true }));
		await hall.house.start();
		await anna.received("Skrevet i mørket");
		expect(await anna.slip("Skrevet i mørket").count()).toBe(1);
		for (const p of [anna, berit]) await gone(p.text(t("p.offline.lead")));
		await gone(board.page.getByText(t("board.offline")));
		await lead.next();
		for (const p of [anna, berit]) await sees(p.heading("Rundt bordet"));
		await sees(board.page.getByRole("heading", { name: "Rundt bordet" }));
		for (const page of pages) expect(await stayed(page)).toBe(true);
	});
});

import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { story } from "./story";
import { t } from "./words";

/** What would run, load or turn the page around if anything but text were made of it. */
const hostile = [
	"<script>globalThis.owned=1</script>",
	'"><img src=x onerror="globalThis.owned=2">',
	"javascript:globalThis.owned=3",
	"<svg onload=globalThis.owned=4><b>fet</b>",
	"{{7*7}} &lt;b&gt; {name}",
];
const turned = "Snudd \u202Etxet\u202C tekst\u200B";

describe("hostile text is text", () => {
	let hall: Hall;
	let e: Evening;
	const won = hostile.slice(0, 1);
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** shown waits until a device shows every text as it was written, and nothing has come of it. */
	const shown = async (device: Device, texts: string[]) => {
		for (const text of texts) {
			await expect
				.poll(() => device.page.evaluate((t) => document.body.textContent?.includes(t), text), { timeout: 8000 })
				.toBe(true);
		}
		expect(
			await device.page.evaluate(() => [
				(globalThis as unknown as { owned?: number }).owned,
				document.querySelectorAll("[onerror], [onload], a[href^=javascript], main b > b, script:not([src]):not([type])")
					.length,
			]),
		).toEqual([undefined, 0]);
	};

	chapter("on the writer's phone and the table's", async () => {
		e = await gather(hall);
		const { anna, berit, lead } = e;
		await lead.next();
		for (const text of [...hostile, turned]) {
			await anna.field.fill(text);
			await anna.button("Legg til lappen").tap();
		}
		await shown(anna.device, hostile);
		await lead.notes(6);
		const bidi = /[\u202A-\u202E\u2066-\u2069\u200B]/;
		await anna.page.reload();
		await sees(anna.page.getByText(/^Snudd/));
		expect(await anna.page.getByText(/^Snudd/).textContent()).not.toMatch(bidi);
		await lead.next();
		for (let n = 0; n < 6; n++) await anna.button("Del med bordet").first().tap();
		await shown(berit.device, hostile);
		await anna.send(6);
	});

	chapter("on the board, in the panel, on the ballot and in the result", async () => {
		const { anna, berit, lead, board } = e;
		await lead.next();
		await lead.tab("merge");
		await shown(lead.device, hostile);
		await shown(anna.device, hostile);
		await lead.next();
		await lead.open();
		await shown(berit.device, hostile);
		await shown(board, hostile.slice(0, 1));
		for (const p of [anna, berit]) await p.option(hostile[0] ?? "").tap();
		await lead.shut();
		await lead.next();
		await shown(anna.device, hostile.slice(0, 1));
		await shown(board, hostile.slice(0, 1));
	});

	chapter("among the measures, in the minutes and on one sheet, and with the group that carries it on", async () => {
		const { anna, lead, board } = e;
		const { page } = lead.device;
		await lead.next();
		await lead.tab("measures");
		for (const device of [lead.device, anna.device, board]) await shown(device, won);
		await lead.end();
		await lead.tab("run");
		await page.getByRole("button", { name: t("lead.follow.hand"), exact: true }).click();
		const link = await page.getByLabel(t("lead.follow.link_label"), { exact: true }).inputValue();
		const group = await hall.device("group", "lead");
		await group.page.goto(new URL(link).pathname + new URL(link).hash);
		await sees(group.page.getByRole("heading", { name: t("follow.day", { n: 0 }), exact: true }));
		await shown(group, won);
		await group.page.getByRole("link", { name: won[0], exact: true }).first().click();
		await shown(group, won);
		for (const paper of ["referat", "ett-ark"]) {
			await group.page.goto(`/${paper}/${lead.room}?surface=follow`);
			await shown(group, paper === "referat" ? hostile : won);
		}
	});
});

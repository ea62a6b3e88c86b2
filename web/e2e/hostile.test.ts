import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { story } from "./story";

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
		await anna.page.getByRole("checkbox").first().tap();
		await berit.page.getByRole("checkbox").first().tap();
		await lead.shut();
		await lead.next();
		await shown(anna.device, hostile.slice(0, 1));
		await shown(board, hostile.slice(0, 1));
	});
});

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pictures } from "../src/gen/protocol";
import { canned, now } from "../src/participant/canned";
import { cannedPhone } from "./canned";
import { noNetwork, sees } from "./device";
import { Hall } from "./hall";
import { t } from "./words";

const methods = {
	approve: canned.avstemning,
	one: canned.one,
	rank: canned.rank,
	yesno: canned.yesno,
	score: canned.score,
	dots: canned.dots,
} as Record<string, Pictures>;

const shared = (set: Pictures): Pictures =>
	({ ...set, "me/s1": { ...(set["me/s1"] as object), scribe: true, heads: 3 } }) as Pictures;

/** drawn is what stands on the paper: boxes by what the browser itself says of them, and dots by their number. */
const drawn = (page: Page) =>
	page.evaluate(() => {
		const all = <E extends Element>(what: string) => [...document.querySelectorAll<E>(what)];
		const boxes = all<HTMLInputElement>(".ballot input").map((i) => Number(i.checked));
		return boxes.length ? boxes : all(".ballot .count .num").map((n) => Number(n.textContent));
	});

const by: Record<string, (what: Locator) => Promise<void>> = {
	tap: (what) => what.tap(),
	space: (what) => what.press("Space"),
};

describe("a mark stands on the paper the moment it is made, and is gone the moment it is taken back", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** marks does what somebody does who thinks again, and looks after every press. */
	async function marks(page: Page, method: string, press: (what: Locator) => Promise<void>): Promise<void> {
		const boxes = page.locator(".ballot input");
		const plus = page.locator(".ballot .count button:last-child");
		const minus = page.locator(".ballot .count button:first-child");
		const is = async (...on: number[]) => {
			const now = await drawn(page);
			expect(
				now.flatMap((n, i) => Array.from({ length: n }, () => i)),
				method,
			).toEqual(on);
		};
		await is();
		if (method === "dots") {
			await press(plus.nth(1));
			await is(1);
			await press(plus.nth(1));
			await press(plus.nth(3));
			await is(1, 1, 3);
			await press(minus.nth(1));
			return is(1, 3);
		}
		await press(boxes.nth(1));
		await is(1);
		if (method === "yesno" || method === "score") {
			await press(boxes.nth(2)); // another word of the same proposal
			await is(2);
			const row = method === "yesno" ? 3 : 6;
			await press(boxes.nth(row));
			return is(2, row);
		}
		await press(boxes.nth(3));
		if (method === "one") {
			await is(3); // the one vote moves
			await press(boxes.nth(3));
			await is();
			await press(boxes.nth(1));
			return is(1);
		}
		await is(1, 3);
		await press(boxes.nth(1));
		await is(3);
		await press(boxes.nth(4));
		await press(boxes.nth(5));
		await is(3, 4, 5);
		await press(boxes.nth(6)); // one too many: it says so, and marks nothing
		await is(3, 4, 5);
		await press(boxes.nth(4));
		await is(3, 5);
	}

	for (const [way, press] of Object.entries(by)) {
		test(`by ${way}, on a phone of one's own that has lost the network`, async () => {
			for (const [method, set] of Object.entries(methods)) {
				const { device, cut } = await cannedPhone(hall, `paper-${method}-${way}`, set, now);
				device.allow(noNetwork);
				const { page } = device;
				cut();
				await sees(page.getByText(t("p.offline.lead"), { exact: true }));
				await marks(page, method, press);
				await device.context.close();
			}
		});

		test(`by ${way}, on the phone that goes round the table`, async () => {
			for (const [method, set] of Object.entries(methods)) {
				const { device } = await cannedPhone(hall, `slip-${method}-${way}`, shared(set), now);
				const { page } = device;
				await page.getByRole("button", { name: t("p.slip.start") }).tap();
				await marks(page, method, press);
				await device.context.close();
			}
		});
	}
});

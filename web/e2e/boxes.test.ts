import { readFileSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pictures } from "../src/gen/protocol";
import { canned, now } from "../src/participant/canned";
import { cannedPhone } from "./canned";
import { gone, sees } from "./device";
import { Hall } from "./hall";
import { mirror } from "./mirror";
import { t } from "./words";

const small = { width: 320, height: 568 };
const usual = { width: 360, height: 640 };
const mirrored = mirror(JSON.parse(readFileSync(new URL("../locales/nb.json", import.meta.url), "utf8")));

const lobby = canned.lobby as Pictures;
const twoHats = { ...lobby, "me/s1": { ...(lobby["me/s1"] as object), as: "kommune", also: "frivillighet" } };

describe("what opens over a small phone, and what it is written in, for tired thumbs and large letters", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	interface Held {
		size?: typeof small;
		largest?: boolean;
		rtl?: boolean;
	}
	/** phone holds one screen of the evening. */
	const phone = async (name: string, set: unknown, { size = usual, largest, rtl }: Held) => {
		const { device, cut } = await cannedPhone(hall, name, set as Pictures, now);
		const { page } = device;
		if (rtl) await page.route(/\/assets\/participant\.nb(\.rest)?-\w+\.json/, (r) => r.fulfill({ json: mirrored }));
		await page.evaluate((size) => localStorage.setItem("size", size), largest ? "150" : "");
		await page.setViewportSize(size);
		await page.reload();
		await page.getByRole("heading", { level: 1 }).first().waitFor();
		return { device, page, cut };
	};
	const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).first();
	const middle = async (of: Locator) => {
		const box = await of.boundingBox();
		if (!box) throw new Error("not on the page");
		return [box.x + box.width / 2, box.y + box.height / 2] as const;
	};
	/** taps are two on one place, a sixth of a second from each other by the phone's own clock, however slow it is to deal with the first. */
	const taps = async (page: Page, [x, y]: readonly [number, number], then: () => Promise<void>) => {
		const line = await page.context().newCDPSession(page);
		const at = Date.now() / 1000;
		for (const late of [0, 0.16]) {
			await line.send("Input.dispatchTouchEvent", {
				type: "touchStart",
				touchPoints: [{ x, y }],
				timestamp: at + late,
			});
			await line.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [], timestamp: at + late + 0.03 });
			if (!late) await then();
		}
		await line.detach();
	};
	const opened = (page: Page) => page.getByRole("dialog");

	test("two quick taps open a box and press nothing in it, and close one and press nothing beneath", async () => {
		const plan = await phone("boxes-plan", canned.tiltak, {});
		const fresh = button(plan.page, t("p.plan_in.new"));
		const at = await middle(fresh);
		await taps(plan.page, at, () => sees(opened(plan.page)));
		expect(await plan.page.locator("dialog details").evaluate((d) => (d as HTMLDetailsElement).open)).toBe(false);
		await plan.device.context.close();

		const owns = await phone("boxes-offer", canned.ansvarlig, {});
		const dialog = opened(owns.page);
		await button(owns.page, t("p.measure.offer")).tap();
		await dialog.getByRole("textbox").fill("Leder i idrettslaget");
		const tell = await middle(dialog.getByRole("button", { name: t("p.measure.tell"), exact: true }));
		// What can be pressed lies right beneath.
		await owns.page.evaluate((y) => {
			const all = [...document.querySelectorAll("main li > .ds-button")];
			scrollTo(0, scrollY + (all[1]?.getBoundingClientRect().top ?? 0) - y + 10);
		}, tell[1]);
		await taps(owns.page, tell, () => gone(dialog));
		await sees(owns.page.getByText(t("p.measure.offered", { role: "Leder i idrettslaget" })));
		expect(await dialog.count()).toBe(0);
		await owns.device.context.close();
	});

	test("with the largest text on the smallest phone nothing lies over the field that is written in, and nothing sticks out of a box", async () => {
		for (const [name, set, open] of [
			["boxes-book", canned.thanks, "p.book.join"],
			["boxes-plan", canned.tiltak, "p.plan_in.new"],
			["boxes-offer", canned.ansvarlig, "p.measure.offer"],
			["boxes-sheet", twoHats, "p.size"],
		] as const) {
			const { device, page } = await phone(name, set, { size: small, largest: true });
			await button(page, t(open)).tap();
			const dialog = opened(page);
			await sees(dialog);
			const fields = dialog.locator("input:visible, textarea:visible, select:visible");
			for (let n = 0; n < (await fields.count()); n++) {
				const field = fields.nth(n);
				await field.focus();
				await expect
					.poll(() =>
						field.evaluate((e) => {
							const { left, width, top, bottom } = e.getBoundingClientRect();
							const inside = e.closest("dialog")?.querySelector("h2")?.getBoundingClientRect();
							if (!inside || left < inside.left - 1 || left + width > inside.right + 1) return "sticks out";
							const free = [top + 4, bottom - 4].every((y) => document.elementFromPoint(left + width / 2, y) === e);
							return free ? "free" : "under something";
						}),
					)
					.toBe("free");
			}
			const wide = await dialog.evaluate((d) =>
				[...d.querySelectorAll("h2, .ds-button")]
					.filter((e) => e.scrollWidth > e.clientWidth + 1)
					.map((e) => e.outerHTML),
			);
			expect(wide, name).toEqual([]);
			await device.shoot(`${name}-largest`);
			if (open === "p.size") {
				// One word, on one line.
				const h2 = dialog.locator("h2").first();
				const lines = await h2.evaluate((h) => {
					const words = document.createRange();
					words.selectNodeContents(h);
					return words.getClientRects().length;
				});
				expect(lines).toBe(1);
			}
			if (open === "p.plan_in.new") {
				const date = await dialog.locator("[type=date]").evaluate((e) => {
					const s = getComputedStyle(e);
					return (e.clientWidth - 2 * Number.parseFloat(s.paddingLeft)) / Number.parseFloat(s.fontSize);
				});
				expect(date).toBeGreaterThan(7.5); // the letters of a date and the picture beside it
			}
			await device.context.close();
		}
	});

	test("from right to left the arrows turn, lists open downwards, and what is written in Norwegian stands by its label", async () => {
		for (const [name, set] of [
			["boxes-rtl-lobby", lobby],
			["boxes-rtl-owns", canned.ansvarlig],
			["boxes-rtl-thanks", canned.thanks],
			["boxes-rtl-plan", canned.tiltak],
		] as const) {
			const { device, page } = await phone(name, set, { rtl: true });
			await sees(page.locator("svg.flips").first());
			const found = await page.evaluate(() => {
				const astray: string[] = [];
				for (const e of document.querySelectorAll("[dir=auto]:not(.ds-input)")) {
					const words = document.createRange();
					words.selectNodeContents(e);
					const text = words.getBoundingClientRect();
					const box = (e.closest("dd, p, li, h1, h2, .who") ?? e).getBoundingClientRect();
					const centred = getComputedStyle(e).textAlign === "center";
					// As near the edge where reading begins as an icon beside it lets it.
					if (e.checkVisibility() && !centred && box.right - text.right > 48) astray.push(e.outerHTML.slice(0, 80));
				}
				const arrows = [...document.querySelectorAll("svg.flips")].map((e) => getComputedStyle(e).transform);
				return { astray, arrows };
			});
			expect(found.astray, name).toEqual([]);
			for (const turned of found.arrows) expect(turned, name).toBe("matrix(-1, 0, 0, 1, 0, 0)");
			await device.shoot(name);
			await device.context.close();
		}
		const door = await hall.device("boxes-rtl-door", "phone");
		await door.page.route(/\/assets\/participant\.nb(\.rest)?-\w+\.json/, (r) => r.fulfill({ json: mirrored }));
		await door.page.setViewportSize(small);
		await door.page.goto("/");
		const list = door.page.locator(".language");
		await sees(list);
		await door.page.waitForFunction(() => document.documentElement.dir === "rtl");
		// The left stroke comes down before the right one goes up: else it points at the sky.
		const [x1, x2] = await list.evaluate((e) =>
			getComputedStyle(e)
				.backgroundPosition.split(",")
				.map((at) => Number.parseFloat(at)),
		);
		expect(x1).toBeLessThan(x2 ?? 0);
		const room = await list.evaluate((e) => {
			const pen = document.createElement("canvas").getContext("2d");
			const s = getComputedStyle(e);
			if (!pen) return 0;
			pen.font = s.font;
			const option = (e as HTMLSelectElement).selectedOptions[0]?.text ?? "";
			return (
				e.clientWidth -
				Number.parseFloat(s.paddingLeft) -
				Number.parseFloat(s.paddingRight) -
				pen.measureText(option).width
			);
		});
		expect(room).toBeGreaterThanOrEqual(0);
		await door.shoot("boxes-rtl-door");
		await door.context.close();
	});

	test("whoever writes for the table goes on writing: the field is in view after each point, and the bar stands", async () => {
		for (const largest of [false, true]) {
			const { device, page, cut } = await phone("boxes-points", canned.scribe, { size: small, largest });
			const field = page.getByLabel(t("p.table.new"), { exact: true });
			const stands = async () => {
				const foot = await page.locator(".phone-foot").boundingBox();
				expect(Math.round((foot?.y ?? 0) + (foot?.height ?? 0))).toBeLessThanOrEqual(small.height);
			};
			await sees(field);
			if (!largest) await stands();
			cut(); // what is added stands on the list as saved
			for (let n = 0; n < 3; n++) {
				await field.fill(`Punkt ${n}`);
				await field.press("Enter");
				await sees(page.getByText(`Punkt ${n}`, { exact: true }).first());
				// With the largest text a bar of two things would leave no room to read in: it goes along, and the field stays.
				if (!largest) await stands();
				await expect
					.poll(() =>
						field.evaluate((e) => {
							const { top, bottom } = e.getBoundingClientRect();
							return e === document.activeElement && top >= 0 && bottom <= innerHeight;
						}),
					)
					.toBe(true);
			}
			await device.shoot(`boxes-points-${largest}`);
			await device.context.close();
		}
	});

	test("a ballot of points is low also where a title takes two lines, and with the largest text two proposals are seen at a time", async () => {
		const { device, page } = await phone("boxes-dots", canned.dots, { size: small });
		const options = page.locator(".option");
		await sees(options.first());
		const heights = await options.evaluateAll((all) =>
			all.map((o) => {
				const title = o.querySelector("[dir]");
				const words = document.createRange();
				if (title) words.selectNodeContents(title);
				return { lines: words.getClientRects().length, height: o.getBoundingClientRect().height };
			}),
		);
		expect(heights.filter((o) => o.lines === 2).length).toBeGreaterThan(0);
		expect(heights.filter((o) => o.lines <= 2 && o.height > 96)).toEqual([]);
		await device.context.close();
		const large = await phone("boxes-ballot", canned.avstemning, { size: small, largest: true });
		const rows = large.page.locator(".ballot label");
		await sees(rows.first());
		await rows.nth(2).evaluate((e) => e.scrollIntoView({ block: "start" }));
		const seen = await rows.evaluateAll((all) => {
			const floor = document.querySelector(".phone-foot")?.getBoundingClientRect().top ?? innerHeight;
			return all.filter((e) => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().bottom <= floor).length;
		});
		expect(seen).toBeGreaterThanOrEqual(2);
		const foot = await large.page.locator(".phone-foot").boundingBox();
		expect(foot?.height).toBeLessThan(0.27 * small.height);
		await large.device.shoot("boxes-ballot-largest");
		await large.device.context.close();
	});
});

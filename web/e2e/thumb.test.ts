import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pictures } from "../src/gen/protocol";
import { canned, now } from "../src/participant/canned";
import { type CannedPhone, cannedPhone } from "./canned";
import { gone, sees } from "./device";
import { Hall } from "./hall";
import { t } from "./words";

/** The phones that people have in their hands: small, and smaller. */
const sizes = [
	{ width: 360, height: 740 },
	{ width: 360, height: 640 },
];
/** What a thumb hits. */
const finger = 44;

const withCard = { ...canned.stille, ...canned.seesCard, step: canned.stille.step } as Pictures;
const thanks = canned.thanks as Pictures;

/** floor is where the part of a page that can be seen ends: at the foot, if it lies over the page. */
const floor = (page: Page) =>
	page.evaluate(() =>
		Math.min(innerHeight, document.querySelector(".phone-foot")?.getBoundingClientRect().top ?? innerHeight),
	);

async function free(what: Locator): Promise<{ top: number; bottom: number; floor: number }> {
	const box = await what.boundingBox();
	if (!box) throw new Error("not on the page");
	return { top: box.y, bottom: box.y + box.height, floor: await floor(what.page()) };
}

async function isFree(what: Locator): Promise<void> {
	const at = await free(what);
	expect(at.top).toBeGreaterThanOrEqual(0);
	expect(at.bottom).toBeLessThanOrEqual(at.floor);
}

describe("what the thumb is to reach is not under anything, on small phones and in plain Norwegian", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** each holds a screen on both phones, light and dark, in both kinds of Norwegian. */
	const each = async (set: Pictures, look: (p: CannedPhone, name: string) => Promise<void>, name: string) => {
		const p = await cannedPhone(hall, name, set, now);
		const { page } = p.device;
		for (const lang of ["nb", "nb-enkel"]) {
			await page.evaluate((lang) => localStorage.setItem("lang", lang), lang);
			for (const size of sizes) {
				await page.setViewportSize(size);
				await page.reload();
				await page.getByRole("heading", { level: 1 }).first().waitFor();
				expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang);
				for (const colorScheme of ["light", "dark"] as const) {
					await page.emulateMedia({ colorScheme });
					const at = `${name}-${lang}-${size.height}-${colorScheme}`;
					await look(p, at);
					await p.device.shoot(at);
				}
			}
		}
		await p.device.context.close();
	};

	test("the field for writing alone is free when the step opens and when it is written in, also with a card on the table", async () => {
		await each(
			withCard,
			async ({ device: { page } }) => {
				const field = page.locator("#note-text");
				await sees(field);
				await isFree(field);
				await page.locator(".folded > summary").tap();
				await sees(page.locator(".folded .asks, .folded p").first());
				await field.focus();
				await isFree(field);
				await field.blur();
				await page.locator(".folded > summary").tap();
				await page.evaluate(() => scrollTo(0, 0));
			},
			"thumb-alone",
		);
	});

	test("what is done with a point is one row under its text, each thing large enough for a finger", async () => {
		await each(
			canned.scribe as Pictures,
			async ({ device: { page } }, at) => {
				const points = page.locator("[aria-labelledby=table-list] .slip");
				await sees(points.first());
				const found = await points.evaluateAll((all) =>
					all.map((slip) => ({
						beside:
							slip.getBoundingClientRect().height - (slip.querySelector("p")?.getBoundingClientRect().height ?? 0),
						small: [...slip.querySelectorAll("button")]
							.map((b) => b.getBoundingClientRect())
							.filter((b) => b.width < 43.9 || b.height < 43.9).length,
						rows: new Set([...slip.querySelectorAll(".tools .ds-button")].map((b) => b.getBoundingClientRect().top))
							.size,
					})),
				);
				expect(found.length, at).toBe(4);
				for (const point of found) {
					expect(point.beside, at).toBeLessThanOrEqual(120);
					expect(point, at).toMatchObject({ small: 0, rows: 1 });
				}
			},
			"thumb-scribe",
		);
	});

	test("the answers on the way out are sent without scrolling, and the last screen leads to the answer", async () => {
		await each(
			canned.avrunding as Pictures,
			async ({ device: { page } }) => {
				const send = page.locator(".phone-foot button");
				await sees(send);
				const box = await send.boundingBox();
				expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual((page.viewportSize()?.height ?? 0) + 0.5);
				expect(box?.height).toBeGreaterThanOrEqual(finger);
			},
			"thumb-out",
		);
		await each(
			thanks,
			async ({ device: { page } }) => {
				const foot = page.locator(".phone-foot");
				expect(await foot.locator("a").getAttribute("href")).toMatch(/^\/svar\/canned(\?lang=nb-enkel)?$/);
				expect(await foot.locator("button").count()).toBe(0);
			},
			"thumb-thanks",
		);
	});

	test("a note-taker who finds the table sees what is for everybody within two screens", async () => {
		await each(
			canned.bliKjent as Pictures,
			async ({ device: { page } }) => {
				await sees(page.locator("#wall"));
				expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2 * 640);
			},
			"thumb-table",
		);
	});

	test("a scrolled phone is shown its table, but nothing moves under somebody who types; a menu goes with its step", async () => {
		const { device, tell } = await cannedPhone(hall, "thumb-seated", canned.lobbyAlone as Pictures, now);
		const { page } = device;
		await page.setViewportSize(sizes[1] ?? { width: 360, height: 640 });
		const seated = { "me/s1": (canned.lobby as Pictures)["me/s1"] } as Pictures;
		const alone = { "me/s1": (canned.lobbyAlone as Pictures)["me/s1"] } as Pictures;
		const heading = page.getByRole("heading", { level: 1, name: t("p.lobby.group", { n: 1 }) });
		const at = () => page.evaluate(() => scrollY);

		await sees(page.getByText(t("p.need.title"), { exact: true }));
		await page.evaluate(() => scrollTo(0, 500));
		expect(await at()).toBeGreaterThan(300);
		tell(seated);
		await sees(heading);
		await expect.poll(at).toBe(0);
		expect(await heading.evaluate((h) => h === document.activeElement)).toBe(true);
		await isFree(heading);

		tell(alone);
		await gone(heading);
		await page.getByText(t("p.need.title"), { exact: true }).tap();
		const field = page.locator("#need");
		await field.fill("Tele");
		const before = { y: await at(), top: (await field.boundingBox())?.y };
		tell(seated);
		await sees(heading);
		await field.pressSequentially("slynge");
		expect(await field.inputValue()).toBe("Teleslynge");
		expect(Math.abs(((await field.boundingBox())?.y ?? 0) - (before.top ?? 0))).toBeLessThanOrEqual(1);

		await field.fill("");
		await page.getByRole("button", { name: t("p.size"), exact: true }).tap();
		await sees(page.getByRole("dialog"));
		tell({ step: (canned.pause as Pictures).step } as Pictures);
		await gone(page.getByRole("dialog"));
		await sees(page.getByRole("heading", { level: 1, name: "Pause" }));
	});

	/** glance holds a screen on both phones, in nb and in plain Norwegian, once each. */
	const glance = async (name: string, set: Pictures, look: (page: Page, at: string) => Promise<void>) => {
		const { device } = await cannedPhone(hall, name, set, now);
		const { page } = device;
		for (const [n, size] of sizes.entries()) {
			// Whoever came before it began is not told what was done before.
			await page.evaluate(
				(lang) => {
					localStorage.setItem("lang", lang);
					localStorage.setItem("came:canned", "seen");
				},
				n ? "nb-enkel" : "nb",
			);
			await page.setViewportSize(size);
			await page.reload();
			await page.getByRole("heading", { level: 1 }).first().waitFor();
			await look(page, `${name}-${size.height}`);
			await device.shoot(`${name}-${size.height}`);
		}
		await device.context.close();
	};

	test("whoever came by a QR code finds the languages at once", async () => {
		await glance("thumb-language", canned.present as Pictures, async (page) => {
			await sees(page.locator("main .language"));
			await isFree(page.locator("main .language"));
		});
	});

	test("where to say what one needs is found without scrolling", async () => {
		await glance("thumb-need", canned.lobby as Pictures, async (page) => {
			const need = page.locator("details.box").filter({ has: page.locator("#need") });
			await sees(need);
			await isFree(need);
		});
		const lobby = canned.lobby as Record<string, object>;
		const finds = { ...canned.bliKjent, "me/s1": lobby["me/s1"], "groups/1": { ...lobby["groups/1"], scribe: false } };
		await glance("thumb-wall", finds as Pictures, async (page, at) => {
			const ask = page.getByRole("button", { name: t("p.wall.need"), exact: true });
			await sees(ask);
			if (at.includes("740")) await isFree(ask);
		});
	});

	test("an option on a ballot of points is low enough that three are seen at a time, and a finger still hits each point", async () => {
		for (const set of [canned.dots, canned.score, canned.yesno])
			await glance("thumb-points", set as Pictures, async (page, at) => {
				const options = page.locator(".option");
				await sees(options.first());
				const found = await options.evaluateAll((all) =>
					all.map((o) => ({
						height: o.getBoundingClientRect().height,
						lines: Math.round((o.querySelector("[dir]")?.getBoundingClientRect().height ?? 0) / 20),
						small: [...o.querySelectorAll("button, .scale label")]
							.map((b) => b.getBoundingClientRect())
							.filter((b) => b.width < 43.9 || b.height < 43.9).length,
					})),
				);
				expect(
					found.filter((o) => o.small > 0 || (o.lines === 1 && o.height > 96)),
					at,
				).toEqual([]);
				expect(found.filter((o) => o.lines === 1).length, at).toBeGreaterThan(3);
			});
	});

	test("the head of the page is one row with letters of any size", async () => {
		const { device } = await cannedPhone(hall, "thumb-head", canned.stille as Pictures, now);
		const { page } = device;
		for (const largest of ["", "150"]) {
			await page.evaluate((l) => localStorage.setItem("size", l), largest);
			await page.reload();
			await page.getByRole("heading", { level: 1 }).first().waitFor();
			for (const size of [...sizes, ...small]) {
				await page.setViewportSize(size);
				const middles = await page
					.locator(".phone-top > *")
					.evaluateAll((all) => all.map((e) => e.getBoundingClientRect()).map((b) => b.top + b.height / 2));
				expect(middles.length).toBe(4);
				expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(2);
				await device.shoot(`thumb-head-${size.width}-${largest}`);
			}
		}
		await device.context.close();
	});

	const small = [
		{ width: 320, height: 568 },
		{ width: 740, height: 360 },
		{ width: 360, height: 400 }, // over a keyboard
	];

	test("with many notes, on the smallest, on its side and with the largest text, what adds one and what says one has voted are free", async () => {
		const many = Object.fromEntries(
			Array.from({ length: 6 }, (_, n) => [
				`ideas/m${n}`,
				{ ...((withCard as Record<string, object>)["ideas/n1"] as object), id: `m${n}`, order: 30 + n },
			]),
		);
		for (const [set, name] of [
			[{ ...withCard, ...many } as Pictures, "thumb-many"],
			[canned.avstemning as Pictures, "thumb-ballot"],
		] as const) {
			const { device } = await cannedPhone(hall, name, set, now);
			const { page } = device;
			for (const largest of [false, true]) {
				await page.evaluate((l) => localStorage.setItem("size", l ? "150" : ""), largest);
				for (const size of [...sizes, ...small]) {
					await page.setViewportSize(size);
					await page.reload();
					await page.getByRole("heading", { level: 1 }).first().waitFor();
					const at = `${name}-${size.width}x${size.height}-${largest}`;
					const foot = await page.locator(".phone-foot").boundingBox();
					expect(Math.round((foot?.y ?? 999) + (foot?.height ?? 0)), at).toBeLessThanOrEqual(size.height);
					expect(foot?.height, at).toBeLessThanOrEqual(0.4 * size.height);
					await device.shoot(at);
				}
			}
			await device.context.close();
		}
	});

	test("what asks for a text without names is free when it comes, and the text is still there", async () => {
		const { device } = await cannedPhone(hall, "thumb-nudge", withCard, now);
		const { page } = device;
		for (const size of [...sizes, ...small]) {
			await page.setViewportSize(size);
			await page.reload();
			const field = page.locator("#note-text");
			await sees(field);
			await field.fill("");
			await field.pressSequentially("Ola får ikke være med");
			const remove = page.getByRole("button", { name: t("p.nudge.remove"), exact: true });
			await sees(remove);
			await device.shoot(`thumb-nudge-${size.width}x${size.height}`);
			await isFree(remove);
			const written = await field.boundingBox();
			const asks = await page.locator("#note .callout-box").boundingBox();
			expect((written?.y ?? 0) + (written?.height ?? 0)).toBeGreaterThan(0);
			expect((asks?.y ?? 0) - (written?.y ?? 0) - (written?.height ?? 0)).toBeGreaterThanOrEqual(4);
		}
		await device.context.close();
	});

	test("whoever sends the list from the foot of it is shown that it is sent", async () => {
		const { device, tell } = await cannedPhone(hall, "thumb-sent", canned.unsentTable as Pictures, now);
		const { page } = device;
		await page.setViewportSize(sizes[1] ?? { width: 360, height: 640 });
		const send = page.getByRole("contentinfo").getByRole("button", { name: t("p.table.send", { n: 3 }) });
		await sees(send);
		await page.evaluate(() => scrollTo(0, 400));
		await send.tap();
		await page
			.getByRole("dialog")
			.getByRole("button", { name: t("p.table.send", { n: 3 }) })
			.tap();
		tell({
			"groups/1": { ...((canned.unsentTable as Pictures)["groups/1"] as object), sent: true },
		} as Pictures);
		await gone(send);
		await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
		await device.context.close();
	});

	test("what closes the sheet of text and language is free, and no field lies on another", async () => {
		const two = { ...withCard, "me/s1": { ...(withCard["me/s1"] as object), as: "kommune", also: "frivillighet" } };
		const { device } = await cannedPhone(hall, "thumb-sheet", two as Pictures, now);
		const { page } = device;
		for (const size of [...sizes, ...small]) {
			await page.setViewportSize(size);
			await page.reload();
			await page.getByRole("button", { name: t("p.size"), exact: true }).tap();
			const sheet = page.getByRole("dialog");
			await sees(sheet.locator("select").nth(2));
			await device.shoot(`thumb-sheet-${size.width}x${size.height}`);
			const box = await sheet.boundingBox();
			const close = await sheet.getByRole("button", { name: t("common.close"), exact: true }).boundingBox();
			expect((close?.y ?? 999) + (close?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + (box?.height ?? 0));
			const field = await sheet.locator("select").nth(1).boundingBox();
			const label = await sheet.getByText(t("p.as.also"), { exact: true }).boundingBox();
			expect((label?.y ?? 0) - (field?.y ?? 0) - (field?.height ?? 0)).toBeGreaterThanOrEqual(8);
		}
		await device.context.close();
	});

	test("the language and the size of the text stand on one row of the first page, and whoever reads none of our languages reads plain Norwegian", async () => {
		const device = await hall.device("thumb-door", "phone", "ar-SY");
		const { page } = device;
		for (const size of [...sizes, ...small]) {
			await page.setViewportSize(size);
			await page.goto("/");
			const aa = page.getByRole("button", { name: t("p.size"), exact: true });
			await sees(aa);
			const [button, select] = [await aa.boundingBox(), await page.locator(".language").boundingBox()];
			expect(Math.abs((button?.y ?? 0) - (select?.y ?? 99))).toBeLessThan(finger / 2);
			expect((button?.x ?? 999) + (button?.width ?? 0)).toBeLessThanOrEqual(size.width);
			await device.shoot(`thumb-door-${size.width}x${size.height}`);
		}
		const speaks = () => expect.poll(() => page.evaluate(() => document.documentElement.lang));
		await speaks().toBe("nb-enkel");
		await page.locator(".language").selectOption("nb");
		await speaks().toBe("nb"); // its texts have come, and it is remembered
		await page.reload();
		await speaks().toBe("nb");
		await device.context.close();
	});
});

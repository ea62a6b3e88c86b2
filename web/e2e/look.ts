import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "./axe";
import type { Device } from "./device";

const backRow = 28; // pixels at 1080 lines that can still be read from the last row

/** With FULL=1 every screen is also held dark, and with letters of double size. */
const full = process.env.FULL === "1";

/** look goes over what a device shows now: barriers, sizes, and a picture of it for whoever asked. */
export async function look(device: Device, name: string): Promise<void> {
	const { page, kind } = device;
	for (const scheme of full ? (["dark", "light"] as const) : (["light"] as const)) {
		await page.emulateMedia({ colorScheme: scheme });
		const found = await whole(device, () => barriers(page, full && scheme === "light" ? "colours" : undefined));
		expect(found, `${name}, ${scheme}`).toEqual([]);
		await device.shoot(`${name}-${scheme}`);
	}
	expect(await loose(page), `${name}: text outside its box`).toEqual([]);
	if (kind === "lead") expect(await wayOn(page), `${name}: where the way on is`).toBe(true);
	if (kind === "board") expect(await smallText(page), `${name}: too small for the back row`).toEqual([]);
	if (kind !== "board") await squeeze(device, name);
}

/**
 * whole looks at a panel drawn out to its full length, also on a phone: what lies under the foot just now is only to
 * be scrolled to.
 */
async function whole<T>({ page, kind }: Device, look: () => Promise<T>): Promise<T> {
	const size = page.viewportSize();
	const panel = kind === "lead" || (await page.locator(".desk").count()) > 0;
	if (!panel || !size) return look();
	const height = await page.evaluate(() => document.documentElement.scrollHeight + 200);
	await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
	const seen = await look();
	await page.setViewportSize(size);
	return seen;
}

/** squeeze holds a screen narrow, and then with a browser set to letters of double size; nothing may go out over the side. */
async function squeeze(device: Device, name: string): Promise<void> {
	const { page } = device;
	const size = page.viewportSize();
	if (!size) throw new Error("no size");
	const fits = async (how: string, width: number) => {
		expect(await overTheSide(page, width), `${name} at ${how}`).toEqual([]);
		expect(await loose(page), `${name} at ${how}: text outside its box`).toEqual([]);
	};
	await page.setViewportSize({ width: 320, height: 640 });
	await fits("320 px", 320);
	await page.setViewportSize(size);
	if (!full) return;
	const line = await page.context().newCDPSession(page);
	await line.send("Page.setFontSizes", { fontSizes: { standard: 32 } });
	await fits("200 % text", size.width);
	await device.shoot(`${name}-200`);
	await line.send("Page.setFontSizes", { fontSizes: { standard: 16 } });
	await line.detach();
}

/** overTheSide lists what makes a page scroll sideways, the innermost of it. */
function overTheSide(page: Page, width: number): Promise<string[]> {
	return page.evaluate((width) => {
		if (document.documentElement.scrollWidth <= width) return [];
		const over = (e: Element) => e.getBoundingClientRect().right > width + 0.5;
		const inner = [...document.body.querySelectorAll("*")].filter((e) => over(e) && ![...e.children].some(over));
		return [`${document.documentElement.scrollWidth} px wide`, ...inner.map((e) => e.outerHTML.slice(0, 160))];
	}, width);
}

/**
 * loose lists the words that run out of the box they stand in, where they lie over something else, and what runs
 * out of the picture. A row that can be drawn sideways by itself holds its own.
 */
function loose(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const out: string[] = [];
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			let box = node.parentElement;
			if (!node.textContent?.trim() || !box?.checkVisibility() || box instanceof SVGElement) continue;
			if (box.getBoundingClientRect().width <= 1) continue; // only read aloud
			while (box.parentElement && /^(inline|contents)$/.test(getComputedStyle(box).display)) box = box.parentElement;
			const range = document.createRange();
			range.selectNodeContents(node);
			const words = range.getBoundingClientRect();
			const frame = box.getBoundingClientRect();
			const beyond = words.right > innerWidth + 1 || words.left < -1;
			let row: Element | null = box;
			while (beyond && row && !/auto|scroll/.test(getComputedStyle(row).overflowX)) row = row.parentElement;
			if (words.right > frame.right + 1 || words.left < frame.left - 1 || (beyond && !row)) {
				out.push(box.outerHTML.slice(0, 160));
			}
		}
		for (const picture of document.querySelectorAll("main svg, main img")) {
			if (picture.checkVisibility() && picture.getBoundingClientRect().right > innerWidth + 1) {
				out.push(picture.outerHTML.slice(0, 160));
			}
		}
		return out;
	});
}

/** wayOn tells whether the facilitator's one way on, if there is one, is in the picture without looking for it. */
function wayOn(page: Page): Promise<boolean> {
	return page.evaluate(() => {
		const bar = document.querySelector("footer")?.getBoundingClientRect();
		return bar === undefined || (bar.height > 0 && bar.bottom <= innerHeight + 1);
	});
}

/** smallText lists the words on a board that are set smaller than the back row reads. */
function smallText(page: Page): Promise<string[]> {
	return page.evaluate((least) => {
		const small: string[] = [];
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const words = node.textContent?.trim();
			const box = node.parentElement;
			if (!words || !box?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
			// What is only read aloud is one pixel large.
			const range = document.createRange();
			range.selectNodeContents(node);
			const { width, height } = box.getBoundingClientRect();
			if (width <= 1 || height <= 1) continue;
			// A drawing is scaled, so its letters are measured as they stand.
			const drawn = box instanceof SVGElement;
			const size = drawn ? range.getBoundingClientRect().height : Number.parseFloat(getComputedStyle(box).fontSize);
			if (size < least) small.push(`${size} px: ${words}`);
		}
		return small;
	}, backRow);
}

import type { Page } from "playwright-core";

/** What a text must be of the picture's height to be read from the last row: headings, texts that people wrote, anything at all. */
const least = { heading: 1 / 20, idea: 1 / 30, any: 28 / 1080 };

/** Wrong is one text on a board that cannot be read: too small, cut, out of its place, or under another. */
export interface Wrong {
	what: string;
	words: string;
}

/**
 * wrongTexts lists the texts of a board that are set smaller than they must be, that run out of the box they stand in
 * or of their third of the picture, that are cut, and that lie over each other. What is only read aloud does not count.
 */
export function wrongTexts(page: Page): Promise<Wrong[]> {
	return page.evaluate((least) => {
		interface Line {
			of: number;
			left: number;
			right: number;
			top: number;
			bottom: number;
		}
		const wrong: Wrong[] = [];
		const lines: Line[] = [];
		const said: string[] = [];
		// A screen that is not wide is lit less high: what counts is the picture of a board that fits in it.
		const high = Math.min(innerHeight, (innerWidth * 9) / 16);
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const words = node.textContent?.trim() ?? "";
			const box = node.parentElement;
			if (!words || !box?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
			if (box.closest(".vh")) continue;
			const range = document.createRange();
			range.selectNodeContents(node);
			const rects = [...range.getClientRects()].filter((r) => r.width > 1);
			if (rects.length === 0) continue;
			const style = getComputedStyle(box);
			const size = Number.parseFloat(style.fontSize);
			const say = (what: string) => wrong.push({ what, words: words.slice(0, 60) });
			const drawn = box instanceof SVGElement;
			if (!drawn && !box.closest(".n")) {
				const what = box.closest("h1")
					? "heading"
					: !box.closest(".also") &&
							box.closest(
								".pile-title, .slip-text, .options li, .bars .t, .points li, .figures dt, .parents .slip > div > p:first-child, .to > p:not([data-long])",
							)
						? "idea"
						: "any";
				if (size < high * least[what] - 0.1) say(`${what} of ${size} px`);
			}
			// A word that people say is not cut in two without a hyphen: no browser here knows where one may stand.
			const lineOf = (at: number) => {
				const letter = document.createRange();
				letter.setStart(node, at);
				letter.setEnd(node, at + 1);
				return Math.round([...letter.getClientRects()].at(-1)?.top ?? 0); // the one before is the hyphen's
			};
			for (const { index, 0: word } of drawn
				? []
				: (node.textContent ?? "").matchAll(/(?<!\p{L})\p{L}{2,17}(?!\p{L})/gu)) {
				if (lineOf(index) !== lineOf(index + word.length - 1)) say(`broken: ${word}`);
			}
			// The letters, without the air a line has above and below.
			const mine = rects.map((r): Line => {
				const tall = drawn ? r.height * 0.6 : size * 0.72;
				const mid = (r.top + r.bottom) / 2;
				return { of: said.length, left: r.left, right: r.right, top: mid - tall / 2, bottom: mid + tall / 2 };
			});
			const beyond = (frame: { left: number; right: number; top: number; bottom: number }) =>
				mine.some(
					(l) =>
						l.left < frame.left - 1 ||
						l.right > frame.right + 1 ||
						l.top < frame.top - 1 ||
						l.bottom > frame.bottom + 1,
				);
			if (beyond({ left: 0, top: 0, right: innerWidth, bottom: innerHeight })) say("outside the picture");
			for (let up: Element | null = box; up && up !== document.body; up = up.parentElement) {
				const look = getComputedStyle(up);
				if (look.display === "inline" || look.display === "contents") continue;
				const frame = up.getBoundingClientRect();
				const clips = look.overflowX !== "visible" || look.overflowY !== "visible";
				if (clips && beyond(frame)) say("cut");
				const edged = look.backgroundColor !== "rgba(0, 0, 0, 0)" || Number.parseFloat(look.borderTopWidth) > 0;
				const region = up.matches(".board-top, .board-main, .board-foot");
				if (!clips && (edged || region) && beyond(frame)) say(`outside ${up.className || up.tagName}`);
				if (region) break;
			}
			// What has a ground of its own may not lie over any corner of it.
			for (const l of mine) {
				for (const [x, y] of [
					[l.left + 1, l.top + 1],
					[l.right - 1, l.top + 1],
					[l.left + 1, l.bottom - 1],
					[l.right - 1, l.bottom - 1],
				] as const) {
					const over = document.elementFromPoint(x, y);
					if (!over || over.contains(box) || box.contains(over) || over.closest(".controls")) continue;
					const stands = over.closest(".slip, li, td, th, aside, footer, header, figure, .card, .table, .chip");
					const ground = stands && getComputedStyle(stands).backgroundColor !== "rgba(0, 0, 0, 0)";
					if (ground && !stands.contains(box)) say(`under ${stands.className || stands.tagName}`);
				}
			}
			lines.push(...mine);
			said.push(words);
		}
		for (const [n, a] of lines.entries()) {
			for (const b of lines.slice(n + 1)) {
				const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
				const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
				if (a.of !== b.of && across > 1 && down > 1) {
					wrong.push({ what: `over “${said[a.of]?.slice(0, 40)}”`, words: said[b.of]?.slice(0, 60) ?? "" });
				}
			}
		}
		return wrong;
	}, least);
}

/** eachPage looks at every page of what a board turns by itself, one after another. */
export async function eachPage(page: Page, look: (n: number) => Promise<void>): Promise<void> {
	const seen = new Set<string>();
	for (;;) {
		// A page is cut where it is full, and that is known when it has been drawn.
		await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
		const now = await page.locator("main").innerText();
		if (seen.has(now)) return;
		seen.add(now);
		await look(seen.size);
		await page.keyboard.press("ArrowRight");
	}
}

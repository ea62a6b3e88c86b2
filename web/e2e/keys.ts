import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Keys is somebody who has no pointer: everything is reached with Tab, and done with Enter, Space and letters. */
export class Keys {
	constructor(readonly page: Page) {}

	/** at tells what has the focus, by the name that is read aloud. */
	at(): Promise<string> {
		return this.page.evaluate(() => {
			const e = document.activeElement as HTMLInputElement | null;
			const by = e?.getAttribute("aria-labelledby");
			return (
				e?.getAttribute("aria-label") ??
				(by && document.getElementById(by)?.textContent) ??
				e?.labels?.[0]?.textContent ??
				e?.textContent ??
				""
			).trim();
		});
	}

	async to(name: string | RegExp): Promise<void> {
		const right = (at: string) => (typeof name === "string" ? at === name : name.test(at));
		const passed: string[] = [];
		for (let n = 0; n < 80; n++) {
			const at = await this.at();
			if (right(at)) {
				await this.seen(at);
				return;
			}
			passed.push(at.slice(0, 40));
			await this.page.keyboard.press("Tab");
		}
		throw new Error(`Tab never came to ${name}, only to ${[...new Set(passed)].join(" · ")}`);
	}

	/** seen fails if what has the focus lies outside the picture, or under the bar at the bottom. */
	async seen(name: string): Promise<void> {
		const hidden = await this.page.evaluate(() => {
			const e = document.activeElement as HTMLElement;
			const box = e.getBoundingClientRect();
			const bar = document.querySelector(".phone-foot");
			const floor = bar && !bar.contains(e) ? bar.getBoundingClientRect().top : innerHeight;
			return box.bottom <= 0 || box.top >= floor;
		});
		expect(hidden, `${name} has the focus and is not seen`).toBe(false);
	}

	async press(name: string | RegExp, key = "Enter"): Promise<void> {
		await this.to(name);
		await this.page.keyboard.press(key);
	}

	async write(field: string, words: string): Promise<void> {
		await this.to(field);
		await this.page.keyboard.type(words);
	}

	/**
	 * round goes once through a page with Tab alone, and lists what can be pressed and was never come to, and what had
	 * the focus and was not seen to have it: outside the picture, under something else, or without a ring.
	 */
	async round(): Promise<string[]> {
		await this.page.evaluate(begin);
		for (let n = 0; n < 40; n++) {
			for (let press = 0; press < 12; press++) await this.page.keyboard.press("Tab");
			const wrong = await this.page.evaluate(() => (globalThis as unknown as { walk: Walk }).walk.over());
			if (wrong) return wrong;
		}
		return ["Tab goes on and on"];
	}
}

interface Walk {
	/** What was wrong, once the walk has come round. */
	over(): string[] | undefined;
}

/** begin notes what can be pressed on a page, and everything that gets the focus from now on. */
function begin(): void {
	const name = (e: Element) => (e.getAttribute("aria-label") ?? e.textContent ?? "").trim().slice(0, 40);
	const called = (e: Element) => `${e.localName} ${e.id || name(e) || e.outerHTML.slice(0, 80)}`;
	const all = "a[href], button, input, select, textarea, summary, [tabindex]";
	const within = document.querySelector("dialog[open]") ?? document;
	const left = new Set(
		[...within.querySelectorAll<HTMLElement>(all)].filter(
			(e) =>
				e.tabIndex >= 0 &&
				!(e as HTMLInputElement).disabled &&
				e.checkVisibility({ visibilityProperty: true }) &&
				(e as HTMLInputElement).type !== "hidden",
		),
	);
	const wrong: string[] = [];
	let first: Element | undefined;
	let round = left.size === 0;
	const come = (e: HTMLElement) => {
		if (e === first && left.size === 0) round = true;
		if (e === first) again++;
		first ??= e;
		if (!left.delete(e)) return;
		if (e instanceof HTMLInputElement && e.type === "radio")
			for (const x of left)
				if (x instanceof HTMLInputElement && x.type === "radio" && x.name === e.name) left.delete(x);
		const box = e.getBoundingClientRect();
		const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, 20)];
		const top = document.elementFromPoint(x, y);
		if (!top || !(e.contains(top) || top.contains(e) || top.closest("label")?.control === e))
			wrong.push(`${called(e)} is not seen when it has the focus`);
		const ringed = [e, e.parentElement, e.nextElementSibling].some((r) => {
			const style = r && getComputedStyle(r);
			return style && style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0;
		});
		if (!ringed) wrong.push(`${called(e)} has no ring`);
	};
	let again = 0;
	document.addEventListener("focusin", (e) => come(e.target as HTMLElement));
	if (document.activeElement instanceof HTMLElement && document.activeElement !== document.body)
		document.activeElement.blur();
	Object.assign(globalThis, {
		walk: {
			over: () =>
				round || again > 1 ? [...wrong, ...[...left].map((e) => `Tab never came to ${called(e)}`)] : undefined,
		} satisfies Walk,
	});
}

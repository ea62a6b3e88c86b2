import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Pictures } from "../src/gen/protocol";
import { canned, now } from "../src/participant/canned";
import { cannedPhone } from "./canned";
import { Hall } from "./hall";
import { t } from "./words";

const cut = "Skyss til trening og kamper for barn som ikke har noen med…";
const whole = "Skyss til trening og kamper for barn som ikke har noen med bil hjemme";
const titles = [
	"Felles skyss til trening",
	"Turkamerater og voksne som blir med på tur",
	"Utstyr til utlån på skolen",
	"Faste treff der kommune og lag blir kjent med familier",
	"Gratis ferieaktiviteter laget med unge",
	"Leksehjelp på bussen hjem",
	"Varm mat før trening",
	"Rutiner for samarbeid mellom skole og idrettslag",
	cut,
];

/** nine proposals, as whoever shares a phone or has one of their own is shown them. */
const nine = (set: Pictures, heads: number): Pictures =>
	({
		...set,
		"me/s1": { ...(set["me/s1"] as object), scribe: true, heads },
		"votes/v1": {
			...(set["votes/v1"] as object),
			options: titles.map((title, i) => ({ id: `c${i}`, n: i + 1, title })),
		},
		"clusters/c8": { id: "c8", title: cut, named: true, ideas: ["p9"], groups: [1], order: 9 },
		"ideas/p9": { ...(set["ideas/p8"] as object), id: "p9", text: whole },
	}) as Pictures;

/** unread is what nobody can read as it stands: a title that is cut off, or a short word that is broken by the letter. */
const unread = (page: Page) =>
	page.evaluate(() => {
		const bad: string[] = [];
		for (const title of document.querySelectorAll<HTMLElement>(".ballot label > [dir]")) {
			if (title.scrollHeight > title.clientHeight + 2 && getComputedStyle(title).overflow !== "visible")
				bad.push(`cut: ${title.textContent}`);
			const text = title.firstChild as Text;
			for (const m of text.data.matchAll(/\p{L}+/gu)) {
				if (m[0].length > 10) continue;
				const range = document.createRange();
				range.setStart(text, m.index);
				range.setEnd(text, m.index + m[0].length);
				const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top)));
				if (lines.size > 1) bad.push(`broken: ${m[0]}`);
			}
		}
		return bad;
	});

describe("whoever votes on the phone that goes round can read what they vote on", () => {
	let hall: Hall;
	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	for (const [width, height] of [
		[320, 568],
		[360, 640],
		[390, 844], // wide enough for two columns
	] as const) {
		for (const size of ["100", "150"]) {
			test(`nine proposals on ${width} by ${height}, with letters of ${size} %`, async () => {
				for (const [name, set] of Object.entries({ choose: canned.avstemning, rank: canned.rank })) {
					const { device } = await cannedPhone(hall, `round-${name}-${width}-${size}`, nine(set, 3), now);
					const { page } = device;
					await page.setViewportSize({ width, height });
					await page.evaluate((size) => {
						document.documentElement.style.fontSize = `${size}%`;
						document.documentElement.dataset.large = size === "150" ? "yes" : "no";
					}, size);
					await page.getByRole("button", { name: t("p.slip.start") }).tap();
					await device.shoot(`round-${name}-${width}-${size}`);
					const lefts = await page
						.locator(".ballot label")
						.evaluateAll((rows) => new Set(rows.map((r) => r.getBoundingClientRect().left)).size);
					expect(lefts, `${name}: columns`).toBe(width === 390 && size === "100" && name === "choose" ? 2 : 1);
					expect(await unread(page), name).toEqual([]);
					await page.getByText(t("p.vote.whole", { n: 9 }), { exact: true }).tap();
					await page.getByText(whole, { exact: true }).waitFor();
					expect(await page.locator(".ballot input:checked").count(), "reading is not voting").toBe(0);
					expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
					await page.getByText(whole, { exact: true }).scrollIntoViewIfNeeded();
					await device.shoot(`round-${name}-${width}-${size}-whole`);
					await device.context.close();
				}
			});
		}
	}
});

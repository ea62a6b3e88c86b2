import { existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { barriers } from "./axe";
import { type Device, gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { Keys } from "./keys";
import { mirror } from "./mirror";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

/** what a screen reader is told without being asked. */
const listens = () => {
	const heard: string[] = [];
	Object.assign(globalThis, { heard });
	const look = (records: MutationRecord[]) => {
		for (const { target } of records) {
			const at = target instanceof Element ? target : target.parentElement;
			const live = at?.closest("[role=status], [role=alert]");
			for (const part of live?.querySelectorAll("p") ?? (live ? [live] : [])) {
				const said = `${live?.getAttribute("role")}: ${part.textContent?.trim()}`;
				if (!said.endsWith(": ") && !heard.includes(said)) heard.push(said);
			}
		}
	};
	new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
};

/** times and addresses are another each time. */
const still = (text: string) =>
	text
		.replace(/^- status.*\n?(?: {2}.*\n?)*/m, "")
		.trimEnd()
		.replace(/\d+:\d\d igjen/g, "0:00 igjen")
		.replace(/\d\d minutter igjen/g, "00 minutter igjen")
		.replace(/klokka \d?\d\.\d\d/g, "klokka 00:00")
		.replace(/\d+ minutter/g, "00 minutter")
		.replace(/\/(svar|rooms)\/\w+/g, "/$1/…");

describe("without a pointer, by ear, and from right to left", () => {
	let hall: Hall;
	let e: Evening;
	let kari: Keys;
	let device: Device;
	let rtl: Phone;
	let mirrored: Record<string, string>;
	const chapter = story(() => hall);
	const T = (key: string) => mirrored[key] ?? key;

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** stop holds a screen up: what a reader finds there, and that nobody is barred from it, whichever way it is written. */
	const stop = async (name: string) => {
		// What is on its way looks otherwise, for as long as the machine takes.
		await gone(device.page.getByText(t("p.note.saved"), { exact: true }).first());
		const read = async () => `${still(await device.page.locator("body").ariaSnapshot())}\n`;
		const kept = new URL(`trees/${name}.txt`, import.meta.url);
		if (existsSync(kept))
			await expect
				.poll(read, { timeout: 4000 })
				.toBe(readFileSync(kept, "utf8"))
				.catch(() => {});
		await expect(await read()).toMatchFileSnapshot(`trees/${name}.txt`);
		expect(await barriers(device.page), name).toEqual([]);
		if (rtl.page.url().startsWith("about")) return;
		expect(await barriers(rtl.page), `${name}, from right to left`).toEqual([]);
		const wide = await rtl.page.evaluate(() => {
			const row = document.querySelector("main")?.getBoundingClientRect();
			return {
				dir: document.documentElement.dir,
				over: document.documentElement.scrollWidth > innerWidth,
				row: row?.width,
			};
		});
		expect(wide, name).toMatchObject({ dir: "rtl", over: false });
		await rtl.device.shoot(`rtl-${name}`);
	};

	chapter("she comes in with the keyboard alone", async () => {
		e = await gather(hall);
		device = await hall.device("kari", "phone");
		await device.page.addInitScript(listens);
		kari = new Keys(device.page);
		rtl = new Phone(await hall.device("mirror", "phone"));
		mirrored = mirror(JSON.parse(readFileSync(new URL("../locales/nb.json", import.meta.url), "utf8")));
		await rtl.page.route(/\/assets\/participant\.nb(\.rest)?-\w+\.json/, (r) => r.fulfill({ json: mirrored }));
		await device.page.goto("/");
		await sees(device.page.getByRole("heading", { name: t("p.join.title") }));
		await rtl.page.goto("/");
		await sees(rtl.page.getByRole("heading", { level: 1 }));
		await stop("1-door");
		await kari.write(t("p.join.code"), e.lead.code);
		await rtl.scan(e.lead.code);
		await sees(device.page.getByRole("heading", { name: t("p.as.title") }));
		await sees(rtl.heading(T("p.as.title")));
		// A press before the screen has settled is no answer, whatever it was made with.
		await device.page.locator(".phone-foot button:not([aria-disabled])").waitFor();
		await rtl.page.locator(".phone-foot button:not([aria-disabled])").waitFor();
		await stop("2-present");
		await kari.press(t("p.as.ungdom"));
		await kari.press(t("p.as.go"));
		await rtl.button(T("p.as.skip")).tap();
		await sees(device.page.getByRole("heading", { level: 1, name: t("p.lobby.group", { n: 1 }) }));
		await sees(rtl.page.getByRole("heading", { level: 1 }));
		await stop("3-lobby");
	});

	chapter("she asks for help and for larger letters, and comes back to where she was", async () => {
		await kari.press(t("p.hand"));
		await kari.press(t("p.hand.sound"));
		expect(await kari.at()).toBe(t("p.hand"));
		await kari.press(t("p.size"));
		await kari.press(t("p.size.large"));
		await stop("4-size");
		await device.page.keyboard.press("Escape");
		expect(await kari.at()).toBe(t("p.size"));
	});

	chapter("she writes, mends and shares", async () => {
		const { lead, anna } = e;
		await lead.next();
		await sees(device.page.getByRole("heading", { name: "Skriv alene" }));
		expect(await kari.at()).toBe("Skriv alene");
		await kari.write(t("p.note.new"), "Sykkelbuss");
		await kari.press(t("p.note.add"));
		await sees(device.page.getByText(t("p.note.received"), { exact: true }));
		await kari.press(t("common.edit"));
		await kari.to(t("p.note.text"));
		await device.page.keyboard.press("End");
		await device.page.keyboard.type(" til trening");
		await kari.press(t("common.save"));
		await sees(device.page.getByText("Sykkelbuss til trening", { exact: true }));
		await kari.to(t("common.edit"));
		await sees(device.page.getByText(t("p.note.received"), { exact: true }));
		await stop("5-write");
		await anna.write("Felles buss");
		await anna.received("Felles buss");
		await lead.next();
		await anna.share("Felles buss");
		await kari.press(t("p.table.share"));
		await sees(anna.list("Sykkelbuss til trening"));
		await kari.press(t("p.scribe.can"));
		await sees(device.page.getByText(t("p.scribe.is")));
		await sees(device.page.getByRole("contentinfo").getByRole("button", { name: t("p.table.send", { n: 2 }) }));
		await stop("6-table");
		await kari.press(t("p.table.send", { n: 2 }));
		await sees(device.page.getByRole("dialog"));
		await kari.to(t("common.cancel"));
		await kari.press(t("p.table.send", { n: 2 }));
		await sees(device.page.getByRole("heading", { name: t("p.table.sent") }));
	});

	chapter("she follows the plenum and votes", async () => {
		const { lead, anna, berit } = e;
		await lead.next();
		await sees(device.page.getByRole("heading", { name: t("p.merge.list", { n: 2 }) }));
		await stop("7-merge");
		await lead.next();
		await lead.open();
		await sees(device.page.getByRole("checkbox").first());
		await kari.to(/Sykkelbuss/);
		await device.page.keyboard.press("Space");
		await sees(device.page.getByText(t("p.vote.done"), { exact: true }));
		expect(await kari.at()).toMatch(/Sykkelbuss/);
		await stop("8-vote");
		for (const p of [anna, berit]) await p.choose("Sykkelbuss til trening");
		await lead.shut();
		await sees(device.page.getByRole("heading", { name: t("p.vote.closed") }));
		await lead.next();
		await sees(device.page.getByText(t("p.result.mine"), { exact: true }));
		await stop("9-result");
	});

	chapter("she takes something on, and says goodbye", async () => {
		const { lead } = e;
		await lead.next();
		await sees(device.page.getByRole("button", { name: t("p.measure.offer") }).first());
		await stop("10-responsible");
		await kari.press(t("p.measure.offer"));
		await kari.write(t("p.measure.role"), "Ungdomsrådet");
		await kari.press(t("p.measure.tell"));
		await sees(device.page.getByText("Meldt: Ungdomsrådet"));
		await lead.end();
		await sees(device.page.getByRole("heading", { name: t("p.thanks.title") }));
		await stop("11-thanks");
	});

	chapter("what she was told without asking is what was meant to be said, and no more", async () => {
		const heard: string[] = await device.page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
		// How often a list that grows is summed up hangs on how fast it grew.
		const once = heard.filter((said) => !/punkter på lista/.test(said));
		await expect(`${once.map(still).join("\n")}\n`).toMatchFileSnapshot("trees/announcements.txt");
		expect(heard.length).toBeGreaterThan(2);
		expect(heard.filter((said) => said.startsWith("alert")).length).toBeLessThanOrEqual(1);
	});
});

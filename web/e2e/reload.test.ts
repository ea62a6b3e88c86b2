import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, noNetwork, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall, internet, ways } from "./hall";
import { Phone } from "./phone";
import { story } from "./story";
import { speak, t } from "./words";

const plain = speak("plain/nb-enkel");

/** held waits until the page is answered by the worker that keeps it, and gives the names of what is kept. */
const held = (page: Page) =>
	page.evaluate(async () => {
		const worker = navigator.serviceWorker;
		await worker.ready;
		if (!worker.controller) await new Promise((done) => worker.addEventListener("controllerchange", done));
		return caches.keys();
	});

/** replaced plays that an older version kept the page first: what it laid by is gone when the new one takes over. */
async function replaced(page: Page) {
	const [name] = await held(page); // also the first time, with no page fetched anew
	await page.evaluate(async () => {
		await (await caches.open("shell-older")).put("/assets/older.js", new Response("older"));
		await (await navigator.serviceWorker.getRegistration())?.unregister();
	});
	await page.reload();
	expect(await held(page)).toEqual([name]);
}

describe.each([internet, ways[1]])("a page that is fetched anew, at $name", (way) => {
	let hall: Hall;
	let e: Evening;
	let cora: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open(way);
	});
	afterAll(() => hall.close());

	chapter("one comes in on a phone that may keep the page", async () => {
		e = await gather(hall);
		cora = new Phone(await hall.device("cora", "phone", undefined, true));
		cora.device.allow(noNetwork);
		await cora.scan(e.lead.code);
		await cora.button(t("p.as.skip")).tap();
		await e.lead.next();
		await sees(cora.field);
		await cora.write("Skrevet med nett");
		await cora.received("Skrevet med nett");
		// Where a browser has no such thing the page does not speak of it.
		expect(await cora.page.evaluate(() => "serviceWorker" in navigator)).toBe(way.secure);
		if (way.secure) await replaced(cora.page);
		const kept = await cora.device.context.cookies();
		expect(kept.length).toBeGreaterThan(0);
		for (const c of kept) {
			expect(c.name.startsWith("__Host-"), c.name).toBe(way.tls);
			expect(c).toMatchObject({ secure: way.tls, httpOnly: true, sameSite: "Lax" });
		}
	});

	chapter("with network it comes back to the same place, having fetched little", async () => {
		await cora.field.fill("Halvskre");
		const before = cora.device.heard.length;
		await cora.page.reload();
		await sees(cora.text(t("common.online")));
		await cora.received("Skrevet med nett");
		await expect.poll(() => cora.field.inputValue()).toBe("Halvskre");
		const heard = cora.device.heard.slice(before);
		expect(heard.some((said) => said.includes('"t":"hi"'))).toBe(true);
		expect(heard.some((said) => said.includes('"t":"snap"'))).toBe(false);
	});

	chapter("without network too, where the browser allows it: writing goes on, and is sent once", async () => {
		if (!way.secure) return;
		await cora.device.context.setOffline(true);
		await cora.page.reload();
		await sees(cora.heading("Skriv alene"));
		await sees(cora.text(t("p.offline.lead")));
		await cora.received("Skrevet med nett");
		await cora.write("Skrevet uten nett");
		await cora.page.reload();
		await sees(cora.slip("Skrevet uten nett").getByText(t("p.note.saved"), { exact: true }));
		await cora.device.context.setOffline(false);
		await cora.received("Skrevet uten nett");
		await gone(cora.text(t("p.offline.lead")));
		expect(await cora.slip("Skrevet uten nett").count()).toBe(1);
		const kept = await cora.page.evaluate(async () => {
			const urls: string[] = [];
			for (const name of await caches.keys()) {
				for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname);
			}
			return urls;
		});
		expect(kept).toContain("/");
		expect(kept.filter((path) => path !== "/" && !path.startsWith("/assets/"))).toEqual([]);
	});

	chapter("what was kept is as it is now when the line is back", async () => {
		const { anna, lead } = e;
		await lead.next();
		await anna.page.getByText(t("p.note.new"), { exact: true }).first().tap();
		await anna.write("Fra Anna");
		await anna.share("Fra Anna");
		await cora.page.reload();
		await sees(cora.heading("Rundt bordet"));
		await sees(cora.list("Fra Anna"));
	});

	chapter("in the language that was chosen there, too, with all it has to say", async () => {
		await cora.button(t("p.size")).tap();
		await cora.page
			.getByRole("dialog")
			.getByRole("combobox", { name: t("common.language") })
			.selectOption("Enkel norsk");
		await sees(cora.button(plain("common.close")));
		await cora.button(plain("common.close")).tap();
		if (way.secure) await cora.device.context.setOffline(true);
		await cora.page.reload();
		await sees(cora.heading("Rundt bordet"));
		await sees(cora.list("Fra Anna"));
		expect(await cora.page.evaluate(() => document.documentElement.lang)).toBe("nb-enkel");
		// What a part says is there with it: no text shows its name.
		await sees(cora.page.getByText(plain("p.note.new"), { exact: true }).first());
		expect(await cora.page.textContent("#app")).not.toMatch(/\bp\.[a-z]+\.[a-z]/);
	});
});

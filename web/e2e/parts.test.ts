import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

const scripts = "**/assets/participant.*.js";
const rest = "**/assets/participant.*.rest-*.json";

/** A text that is not here shows its name. */
const key = /\bp\.[a-z]+\.[a-z]/;

describe("the page comes in parts", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	chapter("people gather, and one phone is given only the first of it", async () => {
		e = await gather(hall);
		const { berit } = e;
		berit.device.allow(/ERR_FAILED|net::|403|Failed to fetch/);
		const first = await berit.page.locator("script[type=module]").getAttribute("src");
		await berit.page.route(scripts, (r) =>
			r
				.request()
				.url()
				.endsWith(first ?? "none")
				? r.continue()
				: r.abort(),
		);
		await berit.page.route(rest, (r) => r.abort());
		await berit.page.reload();
		await sees(berit.heading(t("p.lobby.group", { n: 1 })));
		expect(await berit.page.textContent("body #app")).not.toMatch(key);
	});

	chapter("the others have the whole evening before it begins", async () => {
		const { anna } = e;
		await anna.page.waitForFunction(() => {
			const names = performance.getEntriesByType("resource").map((r) => r.name);
			return ["writing", "voting", "plenary", "closing"].every((p) =>
				names.some((n) => n.includes(`participant.${p}-`)),
			);
		});
		anna.device.allow(/ERR_FAILED/);
		await anna.page.route("**/assets/**", (r) => r.abort());
	});

	chapter("a part that does not come is waited for in words, and comes by itself", async () => {
		const { anna, berit, lead } = e;
		await lead.next();
		await sees(anna.field);
		await sees(berit.heading("Skriv alene"));
		await sees(berit.text(t("p.load.late")));
		await berit.page.unroute(scripts);
		// Its script has come, but not what it says: a heading with nothing but the names of texts helps nobody.
		await berit.page.waitForFunction(() =>
			performance.getEntriesByType("resource").some((r) => r.name.includes("participant.writing-")),
		);
		await sees(berit.text(t("p.load.late")));
		expect(await berit.page.textContent("body #app")).not.toMatch(key);
		await berit.page.unroute(rest);
		await sees(berit.field);
		await berit.write("Kom sent, men kom");
		await berit.received("Kom sent, men kom");
	});

	chapter(
		"the page of the build before asks for what is gone: the word she is at stands, and she says when",
		async () => {
			const { anna, berit, lead } = e;
			const cora = new Phone(await hall.device("cora", "phone"));
			// A page that a test hands out is of no network, and Chromium lets it open no socket: she listens by plain http.
			cora.device.allow(/503|LOCAL_NETWORK_ACCESS/);
			// The build before: the same page, whose later parts bear names that this server has never had.
			let asked = 0;
			await cora.page.route("**/rom/*", async (r) => {
				const answer = await r.fetch();
				await r.fulfill({
					response: answer,
					body: (await answer.text()).replace(/(participant\.(?:plenary|voting))-\w{8}\.js/g, "$1-BEFORE00.js"),
				});
			});
			cora.page.on("response", (r) => {
				if (r.url().includes("BEFORE00") && r.status() === 503) asked++;
			});
			await cora.scan(lead.code);
			await cora.button(t("p.as.skip")).tap();
			await sees(cora.page.getByRole("main"));
			await cora.page.reload();
			await sees(cora.field);
			await cora.field.pressSequentially("Midt i et o");
			await expect.poll(() => asked, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
			expect(await cora.field.inputValue()).toBe("Midt i et o");
			expect(await cora.heading(t("p.end.old")).count()).toBe(0);
			await cora.page.evaluate(() => {
				document.body.dataset.stayed = "";
			});
			// Her last letters come before the meeting does: whichever field stands there after it is another.
			await cora.field.pressSequentially("rd");
			await lead.next();
			for (const p of [anna, berit]) await sees(p.heading("Rundt bordet"));
			await lead.next();
			await sees(cora.heading(t("p.end.old")));
			expect(await cora.page.evaluate(() => document.body.dataset.stayed)).toBe("");
			await cora.page.unroute("**/rom/*");
			await cora.button(t("p.end.reload")).tap();
			await sees(cora.heading("Slå sammen forslag som ligner"));
			await sees(cora.page.getByText("Midt i et ord"));
			await cora.device.shoot("p-new-build");
		},
	);

	chapter("whoever had it all needs nothing more", async () => {
		const { anna } = e;
		await sees(anna.heading("Slå sammen forslag som ligner"));
		expect(await anna.page.getByText(t("p.load.late")).count()).toBe(0);
	});
});

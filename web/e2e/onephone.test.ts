import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

const [bus, homework] = ["Felles buss til trening", "Leksehjelp på bussen"];

describe("one phone goes round the table", () => {
	let hall: Hall;
	let e: Evening;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** shows is everything that stands on Anna's screen, in fields and names too. */
	const shows = () => e.anna.page.evaluate(() => document.querySelector(".phone")?.outerHTML ?? "");
	/** start is pressed without a finger, as by a screen reader: no thumb is as quick as this, and two taps at once on one place are a double one. */
	const start = () => e.anna.button(t("p.slip.start")).dispatchEvent("click");
	const voted = (cast: number) => sees(e.anna.text(t("p.vote.turnout", { cast, of: 3 })));
	/** slip fills in the one that is open, and gives its number. */
	const slip = async (...titles: string[]) => {
		const { anna } = e;
		const number = /seddel (\d\d)/i.exec((await anna.page.textContent("footer")) ?? "")?.[1] ?? "";
		for (const title of titles) await anna.option(title).tap();
		await anna.button(t("p.slip.done")).tap();
		await gone(anna.button(t("p.slip.done")));
		return number;
	};

	chapter("Anna has the only phone of three, and what she writes alone stays hers", async () => {
		e = await gather(hall);
		const { lead, anna, berit, board } = e;
		await anna.button(t("p.one.go")).tap();
		await look(anna.device, "onephone-ask");
		await anna.button("3").tap();
		await sees(anna.text(t("p.one.is", { n: 3 })));
		await sees(board.page.getByRole("heading", { name: t("board.here", { n: 4 }) }));
		await look(lead.device, "onephone-groups");
		await lead.next();
		await sees(anna.heading(t("p.one.paper")));
		await look(anna.device, "onephone-paper");
		await berit.write(bus);
		await berit.write(homework);
		await lead.next();
		await berit.share(bus);
		await berit.share(homework);
		await berit.button(t("p.scribe.can")).tap();
		await look(anna.device, "onephone-round");
		await berit.send(2);
		await lead.next();
		await lead.next();
		await lead.open();
	});

	chapter("each gets a slip of their own, all of it on one screen", async () => {
		const { anna } = e;
		await sees(anna.heading(t("p.slip.title")));
		await look(anna.device, "onephone-first");
		await start();
		await anna.page.setViewportSize({ width: 360, height: 640 });
		expect(await anna.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
		await look(anna.device, "onephone-slip");
		// As many as a ballot can hold, with titles as long as they get. More than eight lie in two columns, on a phone that has room for two.
		for (const many of [8, 12]) {
			if (many > 8) await anna.page.setViewportSize({ width: 390, height: 740 });
			await anna.page.evaluate((many) => {
				const rows = [...document.querySelectorAll(".ballot label")];
				document.querySelector(".oneslip")?.toggleAttribute("data-many", many > 8);
				for (let n = rows.length; n < many; n++) rows[0]?.after(rows[0].cloneNode(true));
				for (const words of document.querySelectorAll(".ballot label > [dir]"))
					words.textContent = "Én fast person i kommunen som lag og skole kan ringe til";
			}, many);
			await anna.device.shoot(`onephone-slip-${many}`);
			expect(await anna.page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(
				0,
			);
			const low = await anna.page
				.locator(".ballot label")
				.evaluateAll((rows) => rows.filter((r) => r.getBoundingClientRect().height < 44).length);
			expect(low).toBe(0);
		}
		await anna.page.reload();
		await start();
		const first = await slip(bus);
		await voted(1);
		expect(await shows()).not.toContain(bus);
		expect(await anna.page.locator(".phone").textContent()).not.toContain(first);
		await look(anna.device, "onephone-between");

		// Whoever thinks again knows the number, and begins with an empty slip.
		await anna.button(t("p.one.change_slip")).tap();
		await anna.page.getByLabel(t("p.one.number"), { exact: true }).pressSequentially(first);
		await sees(anna.option(bus, false));
		await slip(homework);
		await voted(1);
	});

	chapter("going back, coming forward, loading anew and looking elsewhere show nobody's choice", async () => {
		const { anna } = e;
		await start();
		await anna.option(bus).tap();
		await anna.page.goBack();
		await anna.page.goForward();
		await voted(1);
		expect(await shows()).not.toContain(bus);
		await start();
		await anna.option(bus).tap();
		await anna.page.reload();
		await voted(1);
		expect(await shows()).not.toContain(bus);
		await start();
		await anna.option(bus).tap();
		// What the picture of the task switcher is taken of.
		await anna.page.evaluate(() => {
			Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
			document.dispatchEvent(new Event("visibilitychange"));
			Reflect.deleteProperty(document, "visibilityState");
		});
		await voted(1);
		expect(await shows()).not.toContain(bus);
		expect(await anna.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
			'"choice"',
		);
	});

	chapter("one stands over, one votes, and the totals are heads but for the one", async () => {
		const { lead, anna, berit, board } = e;
		await start();
		await anna.button(t("p.slip.skip")).tap();
		await sees(anna.page.getByText(t("p.one.over", { n: 1 })));
		await start();
		await slip(homework);
		await sees(anna.heading(t("p.one.everybody")));
		await berit.choose(bus);
		// Whoever stood over thinks again, too late: that is said, and counts for nothing.
		await start();
		await anna.option(bus).tap();
		await lead.shut();
		await sees(anna.text(t("p.slip.lost")));
		await look(anna.device, "onephone-lost");
		await lead.next();
		await sees(board.page.getByRole("heading", { name: t("board.result_title") }));
		await sees(anna.slip(homework).getByText(t("p.result.votes", { n: 2 })));
		await sees(anna.slip(bus).getByText(t("p.result.votes", { n: 1 })));
		await look(anna.device, "onephone-result");
		if (anna.device.told('"choice"')) throw new Error("the phone was told a choice");
	});
});

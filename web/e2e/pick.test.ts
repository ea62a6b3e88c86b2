import { afterAll, beforeAll, describe, expect } from "vitest";
import { gone, sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

describe("a table chooses its card in secret", () => {
	let hall: Hall;
	let lead: Panel;
	const phones: Phone[] = [];
	let tara: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	const cards = (p: Phone) => p.page.getByRole("main").getByRole("listitem").getByRole("button");

	chapter("four at a table and one who interprets, and the facilitator goes to the cards", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn", template: "ett-kort-20" });
		await lead.enter();
		for (const name of ["anna", "berit", "carl", "dina"]) {
			const p = new Phone(await hall.device(name, "phone"));
			await p.scan(lead.code);
			await p.button(t("p.as.skip")).tap();
			phones.push(p);
		}
		tara = new Phone(await hall.device("tara", "phone"));
		await tara.scan(lead.code);
		await tara.button(t("p.as.tolk")).tap();
		await tara.button(t("p.as.go")).tap();
		await sees(lead.device.page.getByRole("main").getByText(/5 er med/));
		await lead.groups();
		await lead.tab("run");
		await lead.next();
		for (const p of phones) await sees(p.button(t("p.card.draw")));
	});

	chapter("one lays out three cards, and each chooses on their own phone", async () => {
		const [anna, berit, carl, dina] = phones as [Phone, Phone, Phone, Phone];
		await look(anna.device, "pick-start");
		await anna.button(t("p.pick.start")).tap();
		for (const p of phones) await sees(p.heading(t("p.pick.title")));
		expect(await cards(anna).count()).toBe(3);
		await cards(anna).nth(0).tap();
		await sees(anna.text(t("p.pick.yours")));
		await sees(dina.text(t("p.pick.cast", { cast: 1, of: 4 })));
		await look(anna.device, "pick-mine");
		// Whoever interprets reads out the same three, and hears nothing of how it goes.
		await sees(tara.heading(t("p.pick.title")));
		const read = tara.page.getByRole("region", { name: t("p.pick.title") });
		expect(await read.locator("b").allTextContents()).toEqual(
			await cards(anna).locator("b:first-child").allTextContents(),
		);
		expect(await tara.page.getByText(/av 4 har valgt/).count()).toBe(0);
		await look(tara.device, "pick-tolk");
		// A phone that is loaded anew remembers what it chose; nobody else has heard of it.
		await anna.page.reload();
		await sees(anna.text(t("p.pick.yours")));
		expect(await dina.page.getByText(t("p.pick.yours")).count()).toBe(0);
		await cards(berit).nth(1).tap();
		await cards(carl).nth(2).tap();
		await sees(dina.button(t("p.pick.close")));
		await dina.button(t("p.pick.close")).tap();
		for (const p of phones) await sees(p.heading(t("p.pick.tied")));
		await sees(tara.heading(t("p.pick.tied")));
		await look(berit.device, "pick-tied");
	});

	chapter("a tie is talked over; the next time one card has most, and all see it", async () => {
		const [anna, berit, carl, dina] = phones as [Phone, Phone, Phone, Phone];
		const second = await cards(berit).nth(1).locator("b").textContent();
		await cards(berit).nth(1).tap();
		for (const p of phones) await sees(p.page.getByRole("heading", { name: second ?? "", exact: true }));
		await anna.button(t("p.card.other")).tap();
		await anna.button(t("p.pick.start")).tap();
		for (const p of phones) await sees(p.heading(t("p.pick.title")));
		const most = (await cards(anna).nth(2).locator("b").textContent()) ?? "";
		for (const [p, n] of [
			[anna, 2],
			[berit, 2],
			[carl, 0],
			[dina, 2],
		] as const)
			await cards(p).nth(n).tap();
		for (const p of phones) {
			await sees(p.page.getByRole("heading", { name: most, exact: true }));
			await gone(p.heading(t("p.pick.title")));
			await sees(p.text(t("p.card.talk")));
		}
		await look(carl.device, "pick-chosen");
	});

	chapter("the facilitator is told the card and nothing of the choosing", async () => {
		const page = (await lead.device.page.textContent("body")) ?? "";
		expect(page).not.toContain(t("p.pick.title"));
		expect(page).not.toMatch(/\d av 4 har valgt/);
	});

	chapter("a point on the list is marked as a hindrance, and the others see it", async () => {
		const [anna, berit] = phones as [Phone, Phone, Phone, Phone];
		await lead.next();
		await lead.next();
		for (const point of ["Siste buss går halv ni", "En vakt som venter til alle er hentet"]) {
			const field = anna.page.getByRole("textbox", { name: t("p.table.new"), exact: true });
			await field.fill(point);
			await anna.button(t("p.table.add")).tap();
			await sees(berit.list(point));
		}
		const point = anna.list("Siste buss");
		await point.getByRole("button", { name: t("p.more"), exact: true }).tap();
		await point.getByRole("button", { name: t("common.sign.hindring") }).tap();
		await sees(berit.list("Siste buss").getByText(t("common.sign.hindring"), { exact: true }));
		await look(anna.device, "signs");
	});
});

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

describe("cards and meetings of one's own", () => {
	let hall: Hall;
	let lead: Panel;
	const chapter = story(() => hall);
	const fileOf = (text: string, name = "bygda.json") => ({
		name,
		mimeType: "application/json",
		buffer: Buffer.from(text),
	});

	beforeAll(async () => {
		hall = await Hall.open();
		lead = new Panel(await hall.device("lead", "lead"));
	});
	afterAll(() => hall.close());

	chapter(
		"a template is taken home, broken, and brought back: it says what is wrong, and nothing that was filled in is lost",
		async () => {
			const { page } = lead.device;
			lead.device.allow(/400/);
			await page.goto("/");
			await page.getByRole("link", { name: t("p.plan.title") }).click();
			await page.getByLabel(t("p.plan.name"), { exact: true }).fill("Bygda vår");
			for (const box of await page.getByLabel(t("p.plan.unclear")).all()) await box.check();
			await page.getByText(t("p.file.own"), { exact: true }).click();
			const down = page.waitForEvent("download");
			await page.getByRole("link", { name: t("p.file.down") }).click();
			const text = readFileSync(await (await down).path(), "utf8");
			const field = page.getByLabel(t("p.file.pick"), { exact: true });
			await field.setInputFiles(fileOf(text.replace('"minutes": 60', '"minutes": 10')));
			await sees(page.getByText(t("p.file.is", { name: "bygda.json" })));
			await lead.button(t("p.plan.go")).click();
			await sees(page.getByText(t("refused.minutes")));
			await look(lead.device, "ownfile-fault");
			expect(await page.getByLabel(t("p.plan.name"), { exact: true }).inputValue()).toBe("Bygda vår");
			await field.setInputFiles(fileOf(text.replaceAll("Skriv alene", "Skriv i bygda")));
			await lead.button(t("p.plan.go")).click();
			await lead.enter();
			await sees(page.getByText("Skriv i bygda").first());
		},
	);

	chapter("a deck is laid on the tables, taken home and changed; a broken one changes nothing", async () => {
		const { page } = lead.device;
		await lead.tab("about");
		await page.getByRole("button", { name: t("lead.deck.frivillighet") }).click();
		await sees(page.getByRole("button", { name: t("lead.deck.kommune") }));
		await page
			.locator("summary")
			.filter({ hasText: t("lead.file.pick") })
			.click();
		const down = page.waitForEvent("download");
		await page.getByRole("link", { name: t("lead.file.down") }).click();
		const text = readFileSync(await (await down).path(), "utf8");
		const field = page.getByLabel(t("lead.file.pick"), { exact: true });
		await field.setInputFiles(fileOf(text.slice(0, 400)));
		await sees(page.getByText(t("lead.file.invalid")));
		await look(lead.device, "owndeck-fault");
		await field.setInputFiles(fileOf(text.replace('"id": "frivillighet"', '"id": "bygda"')));
		await sees(page.getByText(t("lead.file.done", { name: "bygda.json" })));
	});
});

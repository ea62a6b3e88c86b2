import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
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

	chapter(
		"a picture needs words; board and phone have it while it is up, and a clicker turns the slides in either window",
		async () => {
			const { page } = lead.device;
			const board = await page.context().newPage();
			await lead.showBoard();
			await board.goto(lead.boardLink);
			const anna = new Phone(await hall.device("anna", "phone"));
			const mine: { code: string }[] = await page.evaluate(async () => (await fetch("/api/mine")).json());
			await anna.scan(mine[0]?.code ?? "");
			await anna.button(t("p.as.skip")).tap();
			await lead.tab("run");
			const insert = page.getByRole("button", { name: /Ankomst/ }).first();
			await insert.click();
			await page.getByRole("button", { name: t("lead.step.insert") }).click();
			await page.getByLabel(t("lead.step.kind")).selectOption("info");
			await page.getByRole("button", { name: t("lead.step.insert_yes") }).click();
			await lead.next();
			await page.getByRole("button", { name: t("lead.slides.add") }).click();
			await page.getByLabel(t("lead.slide.kind_picture")).check();
			await page
				.getByLabel(t("lead.slide.file_pdf"))
				.setInputFiles({ name: "hus.png", mimeType: "image/png", buffer: dot });
			await page.getByRole("button", { name: t("lead.slide.save") }).click();
			await sees(page.getByText(t("lead.slide.need_alt")));
			await page.getByLabel(t("lead.slide.alt")).fill("Et rødt hus");
			await page.getByRole("button", { name: t("lead.slide.save") }).click();
			await page.getByRole("button", { name: t("lead.slides.add") }).click();
			await page.getByLabel(t("lead.slide.title"), { exact: true }).fill("Ingen skal måtte fortelle");
			await page.getByRole("button", { name: t("lead.slide.save") }).click();
			await lead.next();
			await sees(board.getByRole("img", { name: "Et rødt hus" }));
			expect(
				await board.getByRole("img", { name: "Et rødt hus" }).evaluate((i: HTMLImageElement) => i.naturalWidth),
			).toBe(8);
			await sees(anna.text("Et rødt hus"));
			await look(lead.device, "slides-lead");
			await page.getByRole("button", { name: t("lead.slides.add") }).click();
			await page.getByLabel(t("lead.slide.kind_picture")).check();
			const pages = { name: "lysark.pdf", mimeType: "application/pdf", buffer: await paper(hall) };
			await page.getByLabel(t("lead.slide.file_pdf")).setInputFiles(pages);
			await expect.poll(() => page.getByLabel(t("lead.slide.alt")).count()).toBe(2);
			expect(await page.getByLabel(t("lead.slide.alt")).nth(1).inputValue()).toBe("Side to: hva vi gjør");
			await lead.device.shoot("slides-pdf");
			await page.getByRole("button", { name: t("common.cancel") }).click();
			await board.keyboard.press("PageDown");
			await sees(board.getByRole("heading", { name: "Ingen skal måtte fortelle" }));
			await board.keyboard.press("PageUp");
			await sees(board.getByRole("img", { name: "Et rødt hus" }));
			await page.bringToFront();
			await page.keyboard.press("b");
			await sees(board.locator(".black"));
		},
	);
});

/** paper is two pages saved from somewhere, as a PDF. */
async function paper(hall: Hall): Promise<Buffer> {
	const { page } = await hall.device("papir", "lead");
	await page.setContent('<h1>Side én: hvorfor</h1><h1 style="break-before:page">Side to: hva vi gjør</h1>');
	return page.pdf({ width: "1280px", height: "720px" });
}

/** A picture as small as one can be seen. */
const dot = Buffer.from(
	"iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR4nGM4oaGBFTEMLQkAgl1GAWqNFmsAAAAASUVORK5CYII=",
	"base64",
);

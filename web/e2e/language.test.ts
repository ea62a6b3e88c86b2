import { afterAll, beforeAll, describe, expect } from "vitest";
import { locale } from "../src/words/locale";
import cases from "../src/words/order.cases.json";
import { sees } from "./device";
import { Hall } from "./hall";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { speak } from "./words";

const nn = speak("nn");
const en = speak("en");

describe("each in their own language", () => {
	let hall: Hall;
	let lead: Panel;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	// Browsers know no dates in nynorsk: left to themselves they write “March 6”.
	chapter("a phone in nynorsk says nynorsk, dates too, and so does the board", async () => {
		const next = new Date().getFullYear() + 1;
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({
			title: "Fritid for alle",
			spoken: "Nynorsk",
			decides: "Kommunestyret",
			answerBy: `${next}-03-06`,
		});
		await lead.enter();
		await lead.showBoard();
		const kari = new Phone(await hall.device("kari", "phone", "nn-NO"));
		await kari.scan(lead.code);
		await kari.button(nn("p.as.skip")).tap();
		await sees(kari.heading(nn("p.lobby.title")));
		await sees(kari.text(`Innan 6. mars ${next}`));
		expect(await kari.page.evaluate(() => document.documentElement.lang)).toBe("nn");
		const board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
		await sees(board.page.getByRole("heading", { name: nn("board.join_title") }));
		await sees(board.page.getByText(`6. mars ${next}`));
		expect(await board.page.evaluate(() => document.documentElement.lang)).toBe("nn");
	});

	chapter("whoever cannot read the page finds their language on it, and it stays", async () => {
		const alex = new Phone(await hall.device("alex", "phone"));
		// The page came with bokmål made ready, before it could know.
		alex.device.allow(/preloaded using link preload/);
		await alex.page.goto("/");
		await alex.page.getByRole("combobox").selectOption("English");
		await sees(alex.heading(en("p.join.title")));
		await alex.page.getByLabel(en("p.join.code"), { exact: true }).pressSequentially(lead.code);
		await sees(alex.heading(en("p.as.title")));
		await alex.page.reload();
		await sees(alex.heading(en("p.as.title")));
		expect(await alex.page.evaluate(() => document.documentElement.lang)).toBe("en");
	});

	// Chromium has no alphabet, numbers or dates for nynorsk, and takes those of whoever owns the phone.
	chapter("numbers, dates and the alphabet are those of the page, whoever owns the phone", async () => {
		for (const owner of ["nn-NO", "en-US", "ru-RU"]) {
			const device = await hall.device(`owner-${owner}`, "phone", owner);
			// Whoever reads none of our languages is given plain Norwegian, which the page could not know.
			device.allow(/preloaded using link preload/);
			const { page } = device;
			await page.goto("/");
			const set = (lang: string, names: string[]) =>
				page.evaluate(
					({ as, names }) => ({
						order: names.reverse().sort(new Intl.Collator(as).compare),
						numbers: [0, 999, 1234, 1234567].map((n) => new Intl.NumberFormat(as).format(n)),
						half: new Intl.NumberFormat(as).format(1234.5),
						share: new Intl.NumberFormat(as, { style: "percent" }).format(0.42),
						day: new Intl.DateTimeFormat(as, { day: "numeric", month: "long", timeZone: "UTC" }).format(0),
						row: new Intl.ListFormat(as).format(["1", "2", "3"]),
						forms: [0, 1, 2, 21].map((n) => new Intl.PluralRules(as).select(n)).join(" "),
					}),
					{ as: locale(lang), names: [...names] },
				);
			const said = {
				nb: { half: "1\u00a0234,5", share: "42\u00a0%", day: "1. januar", row: "1, 2 og 3" },
				nn: { half: "1\u00a0234,5", share: "42\u00a0%", day: "1. januar", row: "1, 2 og 3" },
				sv: { half: "1\u00a0234,5", share: "42\u00a0%", day: "1 januari", row: "1, 2 och 3" },
				en: { half: "1,234.5", share: "42%", day: "1 January", row: "1, 2 and 3" },
			};
			for (const lang of ["nb", "nn", "sv", "en"] as const) {
				expect(await set(lang, cases.order[lang]), `${lang} on a phone in ${owner}`).toEqual({
					...said[lang],
					order: cases.order[lang],
					numbers: cases.number[lang],
					forms: "other one other other",
				});
			}
		}
	});

	chapter("a meeting in nynorsk is followed up so on a machine that speaks English", async () => {
		const led = lead.device.page;
		const tab = (of: "run" | "about") =>
			led
				.getByRole("navigation")
				.getByRole("link", { name: nn(`lead.tab.${of}`), exact: true })
				.click();
		await tab("about");
		await led.getByRole("button", { name: nn("lead.end"), exact: true }).click();
		await led
			.getByRole("dialog")
			.getByRole("button", { name: nn("lead.end_yes"), exact: true })
			.click();
		await sees(led.getByText(nn("lead.ended"), { exact: true }).first());
		await tab("run");
		await led.getByRole("button", { name: nn("lead.follow.hand"), exact: true }).click();
		const link = new URL(await led.getByLabel(nn("lead.follow.link_label"), { exact: true }).inputValue());
		const { page } = await hall.device("group", "lead", "en-US");
		await page.goto(link.pathname + link.hash);
		const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
		const go = (name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
		const roles = cases.order.nn;
		for (const role of [...roles].reverse()) {
			await go(nn("follow.page.measures"));
			await press(nn("follow.add"));
			const ask = page.getByRole("dialog");
			await ask.getByLabel(nn("follow.field.title"), { exact: true }).fill(`Hos ${role}`);
			await ask.getByRole("button", { name: nn("follow.add_yes"), exact: true }).click();
			await sees(page.getByRole("heading", { name: `Hos ${role}`, exact: true }));
			const field = page.getByLabel(nn("follow.field.responsible"), { exact: true });
			await field.fill(role);
			await field.blur();
		}
		await press(nn("follow.number.add"));
		const ask = page.getByRole("dialog");
		await ask.getByLabel(nn("follow.number.value"), { exact: true }).fill("1234");
		await ask.getByLabel(nn("follow.number.date"), { exact: true }).fill("2020-05-17");
		await ask.getByRole("button", { name: nn("common.save"), exact: true }).click();
		await sees(page.getByRole("cell", { name: "1\u00a0234", exact: true }));
		await sees(page.getByText("17. mai 2020"));
		await go(nn("follow.page.handover"));
		await expect.poll(() => page.locator(".roles h3").allTextContents()).toEqual(roles);
	});
});

import { afterAll, beforeAll, describe, expect } from "vitest";
import { sees } from "./device";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

describe("people who came together sit together", () => {
	let hall: Hall;
	let lead: Panel;
	const phones: Phone[] = [];
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	/** The treasurer of the club also works for the kommune, and nearly said a third thing. */
	const twoHats = async (p: Phone) => {
		await sees(p.heading(t("p.as.title")));
		for (const as of ["frivillighet", "kommune", "tro"] as const) await p.button(t(`p.as.${as}`)).tap();
		await sees(p.page.getByRole("status").getByText(t("p.as.full"), { exact: true }));
		await sees(p.text(t("p.as.counted", { as: t("p.as.frivillighet") })).last());
		await look(p.device, "p-two-hats");
		await p.button(t("p.as.go")).tap();
		await sees(p.page.getByLabel(t("p.as.is"), { exact: true }));
		const said = (label: string) => p.page.getByLabel(label, { exact: true }).inputValue();
		expect([await said(t("p.as.is")), await said(t("p.as.also"))]).toEqual(["frivillighet", "kommune"]);
	};

	chapter("eight people come, one of them to interpret", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn" });
		await lead.enter();
		const as = ["innbygger", "tolk", "kommune", "kommune", "frivillighet", "ungdom", "ungdom", "innbygger"] as const;
		for (const [n, here] of as.entries()) {
			const p = new Phone(await hall.device(`p${n + 1}`, "phone"));
			await p.scan(lead.code);
			if (n === 4) await twoHats(p);
			else await p.present(t(`p.as.${here}`));
			phones.push(p);
		}
		await lead.tab("groups");
		await sees(lead.device.page.getByText(`${t("lead.as.frivillighet")} + ${t("lead.as.kommune")}`, { exact: true }));
		await sees(
			lead.device.page.getByText(t("lead.seating.untended", { who: t("lead.seat", { n: 2 }) }), { exact: true }),
		);
	});

	chapter("one phone shows four digits, the other types them, and both know", async () => {
		const [parent, interpreter] = phones as [Phone, Phone];
		await interpreter.button(t("p.together.go")).tap();
		await parent.button(t("p.together.go")).tap();
		const digits = parent.page.getByRole("status").filter({ hasText: /^\d{4}$/ });
		await sees(digits);
		await look(parent.device, "together-code");
		const field = interpreter.page.getByLabel(t("p.together.type"), { exact: true });
		const code = (await digits.textContent()) ?? "";
		await field.pressSequentially(code === "0000" ? "0001" : "0000");
		await sees(interpreter.page.getByRole("dialog").getByText(t("p.together.wrong"), { exact: true }));
		await field.pressSequentially(code);
		for (const p of [parent, interpreter]) await sees(p.text(t("p.together.is", { n: 1 })));
		await look(parent.device, "together-is");
	});

	chapter("the facilitator joins two more, and everybody is seated with their own", async () => {
		const { page } = lead.device;
		await page.getByRole("button", { name: /^Deltaker 3/ }).click();
		const dialog = page.getByRole("dialog", { name: t("lead.seat", { n: 3 }) });
		await dialog
			.getByLabel(t("lead.seat_tie"), { exact: true })
			.selectOption({ label: `${t("lead.seat", { n: 8 })} · ${t("lead.as.innbygger")}` });
		await sees((phones[7] as Phone).text(t("p.together.is", { n: 1 })));
		await lead.button(t("lead.groups.make")).click();
		const tableOf = async (p: Phone) => {
			const title = p.page.getByRole("heading", { level: 1, name: /gruppe/ });
			await sees(title);
			return title.textContent();
		};
		const at = await Promise.all(phones.map(tableOf));
		expect(at[0]).toBe(at[1]);
		expect(at[2]).toBe(at[7]);
		expect(at[5]).toBe(at[6]); // the two young people
		expect(new Set(at).size).toBe(2);
		await look(lead.device, "together-groups");
	});

	chapter("whoever moves one moves both, and it is said first", async () => {
		const { page } = lead.device;
		await page.getByRole("button", { name: /^Deltaker 1 / }).click();
		const dialog = page.getByRole("dialog", { name: t("lead.seat", { n: 1 }), exact: true });
		await sees(dialog.getByText(t("lead.seat_both", { n: 1 }), { exact: true }));
		await look(lead.device, "together-move");
		await dialog.getByLabel(t("lead.seat_move"), { exact: true }).selectOption("3");
		for (const p of phones.slice(0, 2)) await sees(p.heading(t("p.lobby.group", { n: 3 })));
	});

	chapter("nobody else is told", async () => {
		const stranger = phones[4] as Phone;
		// The tables are made: the wish to sit together is no longer asked for.
		expect(await stranger.button(t("p.together.go")).count()).toBe(0);
		expect(await stranger.page.getByText(t("p.together.is", { n: 1 })).count()).toBe(0);
	});

	chapter("a phone dies: its person goes on with another, and is not one more", async () => {
		const old = phones[2] as Phone;
		const seat = old.page.getByRole("button", { name: t("p.size"), exact: true });
		const fresh = new Phone(await hall.device("p9", "phone"));
		await fresh.scan(lead.code);
		await fresh.present(t("p.as.kommune"));
		await fresh.button(t("p.size")).tap();
		await fresh.button(t("p.swap.title")).tap();
		await fresh.answer(t("p.swap.new"));
		const digits = fresh.page.getByRole("status").filter({ hasText: /^\d{6}$/ });
		await sees(digits);
		await look(fresh.device, "swap-new");
		const code = (await digits.textContent()) ?? "";
		await seat.tap();
		await old.button(t("p.swap.title")).tap();
		await old.answer(t("p.swap.old"));
		await old.page.getByLabel(t("p.swap.type"), { exact: true }).fill(code);
		// The seat is the new phone's alone, and the old one says so, also when it is opened again.
		await sees(old.heading(t("p.end.moved")));
		await look(old.device, "swap-moved");
		old.device.allow(/401|no valid credentials/);
		await old.page.reload();
		await sees(old.heading(t("p.end.moved")));
		// The new phone is where the old one was, with the one it sits together with.
		await sees(fresh.text(t("p.together.is", { n: 1 })));
		await sees(lead.device.page.getByText(/^8 er med/).first());
	});

	chapter("the facilitator gives a seat to another phone, and the one that had it is told", async () => {
		const had = phones[3] as Phone;
		const fresh = new Phone(await hall.device("p10", "phone"));
		await fresh.scan(lead.code);
		await fresh.button(t("p.as.skip")).tap();
		await fresh.button(t("p.size")).tap();
		await fresh.button(t("p.swap.title")).tap();
		await fresh.answer(t("p.swap.new"));
		const digits = fresh.page.getByRole("status").filter({ hasText: /^\d{6}$/ });
		await sees(digits);
		const { page } = lead.device;
		await page.getByRole("button", { name: /^Deltaker 4/ }).click();
		const dialog = page.getByRole("dialog", { name: t("lead.seat", { n: 4 }) });
		await dialog.getByText(t("lead.seat_swap"), { exact: true }).click();
		await dialog.getByLabel(t("lead.seat_swap_type"), { exact: true }).fill((await digits.textContent()) ?? "");
		await sees(had.heading(t("p.end.given")));
		await look(had.device, "swap-given");
		await sees(page.getByText(/^8 er med/).first());
	});

	chapter("a phone without a code is let in by the one beside it, who is told which one came", async () => {
		const neighbour = phones[4] as Phone;
		const olga = new Phone(await hall.device("olga", "phone"));
		await olga.page.goto("/");
		await olga.page.getByRole("link", { name: t("p.help.door") }).tap();
		const digits = olga.page.getByRole("status").filter({ hasText: /^\d{4}$/ });
		await sees(digits);
		await look(olga.device, "help-digits");
		const code = (await digits.textContent()) ?? "";
		await neighbour.button(t("p.hand")).tap();
		await neighbour.button(t("p.help.give")).tap();
		const field = neighbour.page.getByLabel(t("p.help.type"), { exact: true });
		neighbour.device.allow(/404/);
		await field.pressSequentially(code === "0000" ? "1116" : "0000");
		await sees(neighbour.text(t("p.help.wrong")));
		await look(neighbour.device, "help-type");
		await field.pressSequentially(code);
		await sees(neighbour.text(t("p.help.given")));
		await sees(olga.heading(t("p.help.is")));
		await look(olga.device, "help-is");
		await olga.button(t("p.join.go")).tap();
		await sees(neighbour.page.getByText(/^Deltaker \d+ er med nå\.$/));
		await sees(olga.heading(t("p.as.title")));
	});
});

import { afterAll, beforeAll, describe, expect } from "vitest";
import { claimSeconds, spareSeconds } from "../src/gen/protocol";
import { gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

const patience = 10_000; // from the key is typed until another machine leads

describe("another machine takes over", () => {
	let hall: Hall;
	let evening: Evening;
	let second: Panel;
	let left = 0;
	let order: string[] = [];
	const chapter = story(() => hall);
	beforeAll(async () => {
		hall = await Hall.open(ways[0], new Date().toISOString()); // its clock can be set forward
		evening = await gather(hall);
	});
	afterAll(() => hall.close());

	/** The seconds that stand on the large clock. */
	const clock = async (p: Panel) => {
		const text = (await p.device.page.locator(".big .timer .num").textContent()) ?? "";
		const [, min, sec] = /(\d+):(\d+)/.exec(text) ?? [];
		return Number(min) * 60 + Number(sec);
	};
	const plan = (p: Panel) => p.device.page.locator(".plan ol button > [dir=auto]").allTextContents();

	chapter("the laptop dies in the middle of the silent writing", async () => {
		const { lead, anna } = evening;
		await lead.next();
		await sees(anna.heading("Skriv alene"));
		await lead.tab("run");
		left = await clock(lead);
		order = await plan(lead);
		expect(left).toBeGreaterThan(0);
		await lead.device.page.close();
	});

	chapter("a phone leads with the recovery key within ten seconds, with the same clock and the same plan", async () => {
		const { lead, anna } = evening;
		second = new Panel(await hall.device("phone that leads", "phone"));
		second.device.allow(/401/); // a machine that does not lead yet is told so
		await second.device.page.goto("/");
		const before = Date.now();
		await second.unlock(lead.room, lead.key);
		await sees(second.device.page.locator(".big .timer .num"));
		const took = Date.now() - before;
		console.info(`another device led ${took} ms after the key`);
		expect(took).toBeLessThan(patience);
		const now = await clock(second);
		expect(now).toBeLessThanOrEqual(left);
		expect(now).toBeGreaterThan(left - 30);
		expect(await plan(second)).toEqual(order);
		await look(second.device, "overtatt");
		await second.next();
		await sees(anna.heading("Rundt bordet"));
		expect(await second.device.page.locator(".plan ol button").count()).toBe(order.length);
	});

	chapter("the machine that took over shows the board, and the one in the hall stays up", async () => {
		const { anna, board } = evening;
		const own = await second.openBoard();
		const title = own.getByRole("heading", { level: 1, name: "Rundt bordet" });
		await sees(title);
		expect(new URL(own.url()).hash).toBe("");
		await second.next();
		await gone(title);
		await sees(anna.page.getByRole("heading", { level: 1 }).filter({ hasNotText: "Rundt bordet" }));
		const says = (await own.getByRole("heading", { level: 1 }).textContent()) ?? "";
		await sees(board.page.getByRole("heading", { level: 1, name: says, exact: true }));
		await own.close();
	});

	chapter("the hall's own machine shows the board by four digits, and leads nothing", async () => {
		const pc = await hall.device("machine at the projector", "board");
		pc.allow(/401/); // it has no seat
		await pc.page.goto("/tavle");
		const digits = pc.page.locator("output");
		await expect.poll(() => digits.textContent()).toMatch(/^\d{4}$/);
		await look(pc, "tavle-tall");
		await second.tab("about");
		await second.device.page.getByLabel(t("lead.screen"), { exact: true }).fill((await digits.textContent()) ?? "");
		await sees(second.device.page.getByText(t("lead.screen.given")));
		await second.device.shoot("tavle-skriv");
		await sees(pc.page.getByRole("heading", { name: t("board.screen.is") }));
		await look(pc, "tavle-er-det");
		await pc.page.getByRole("button", { name: t("board.screen.yes") }).click();
		const says = (await evening.board.page.getByRole("heading", { level: 1 }).textContent()) ?? "";
		await sees(pc.page.getByRole("heading", { level: 1, name: says, exact: true }));
		expect(await pc.context.cookies()).toHaveLength(1);
		await pc.context.close();
	});

	chapter(
		"with the key in hand and no address the front page is a door too, and the code says which meeting",
		async () => {
			const third = new Panel(await hall.device("machine with a key", "lead"));
			const { page } = third.device;
			third.device.allow(/401/);
			await page.goto("/");
			await page.getByLabel(t("p.join.code"), { exact: true }).fill(evening.lead.key);
			await page.waitForURL("**/led");
			await sees(page.getByLabel(t("lead.door.code"), { exact: true }));
			expect(await page.getByLabel(t("lead.about.key"), { exact: true }).inputValue()).toBe(
				evening.lead.key.replaceAll(" ", ""),
			);
			await look(third.device, "led-uten-adresse");
			await page.getByLabel(t("lead.door.code"), { exact: true }).fill(evening.lead.code);
			await third.button(t("lead.door.go")).click();
			await sees(third.button(t("lead.show_board")));
			await sees(second.device.page.getByText(t("lead.doors.now.lead")));
			await third.device.context.close();
		},
	);

	chapter("an assistant comes by a link of their own, leads along, and is shut out again alone", async () => {
		const { anna } = evening;
		await second.tab("about");
		await second.button(t("lead.doors.assistant")).click();
		const dialog = second.device.page.getByRole("dialog", { name: t("lead.doors.assistant") });
		const address = new URL((await dialog.locator(".door-link").textContent()) ?? "");
		await look(second.device, "lenke");
		await dialog.getByRole("button", { name: t("common.close") }).click();
		const third = new Panel(await hall.device("assistant", "lead"));
		await third.device.page.goto(address.pathname + address.hash);
		await sees(third.button(t("lead.show_board")));
		expect(third.device.page.url()).not.toContain(address.hash.slice(1));
		await sees(second.device.page.getByText(t("lead.doors.now.assistant")));
		expect(await third.device.page.getByText(t("lead.doors.now.assistant")).count()).toBe(0);
		await second.device.shoot("medhjelper-leder");
		const was = (await anna.page.getByRole("heading", { level: 1 }).textContent()) ?? "";
		await third.next();
		await sees(anna.page.getByRole("heading", { level: 1 }).filter({ hasNotText: was }));
		const row = second.device.page.getByRole("listitem").filter({ hasText: t("lead.doors.is_assistant") });
		await row.getByRole("button", { name: t("lead.doors.out") }).click();
		const sure = second.device.page.getByRole("dialog", { name: t("lead.doors.out_title") });
		third.device.allow(/40[13]|WebSocket/);
		await sure.getByRole("button", { name: t("lead.doors.out") }).click();
		await gone(sure);
		await sees(third.device.page.getByLabel(t("lead.about.key"), { exact: true }));
		await sees(second.button(t("lead.show_board")));
	});

	chapter(
		"a deputy waits with what the hall sees, is told no, and leads thirty seconds after the machine died",
		async () => {
			const { anna } = evening;
			await second.tab("about");
			await second.button(t("lead.doors.deputy")).click();
			const dialog = second.device.page.getByRole("dialog", { name: t("lead.doors.deputy") });
			const address = new URL((await dialog.locator(".door-link").textContent()) ?? "");
			await look(second.device, "lenke-stedfortreder");
			await dialog.getByRole("button", { name: t("common.close") }).click();
			const deputy = new Panel(await hall.device("deputy", "phone"));
			const page = deputy.device.page;
			await page.goto(address.pathname + address.hash);
			await sees(page.getByRole("heading", { name: t("lead.standin.title") }));
			expect(page.url()).not.toContain(address.hash.slice(1));
			expect(deputy.device.told('"script"')).toBe(false);
			expect(deputy.device.told('"seats/')).toBe(false);
			await look(deputy.device, "stedfortreder-venter");

			await second.tab("run");
			await deputy.button(t("lead.standin.go")).click();
			await sees(page.getByRole("heading", { name: t("lead.standin.asked") }));
			await sees(second.device.page.getByRole("region", { name: t("lead.claim") }));
			await look(second.device, "stedfortreder-spor");
			await second.button(t("lead.claim.no")).click();
			await sees(page.getByRole("heading", { name: t("lead.standin.kept") }));
			await look(deputy.device, "stedfortreder-nei");

			left = await clock(second);
			order = await plan(second);
			const was = (await anna.page.getByRole("heading", { level: 1 }).textContent()) ?? "";
			await second.device.context.close();
			await deputy.button(t("lead.standin.again")).click();
			await sees(page.getByRole("heading", { name: t("lead.standin.asked") }));
			await look(deputy.device, "stedfortreder-spurt");
			await hall.house.pass(claimSeconds);
			await sees(page.locator(".big .timer .num"));
			expect(await clock(deputy)).toBeLessThanOrEqual(left);
			expect(await clock(deputy)).toBeGreaterThan(left - claimSeconds - 20);
			expect(await plan(deputy)).toEqual(order);
			await look(deputy.device, "stedfortreder-leder");
			await deputy.next();
			await sees(anna.page.getByRole("heading", { level: 1 }).filter({ hasNotText: was }));
		},
	);

	chapter("two young people lead by a link each, and the adult who made it only watches", async () => {
		const made = new Panel(await hall.device("adult", "lead"));
		await made.plan({ title: "Ungdom i Vestby", template: "ung-90", decides: "Formannskapet", answerBy: "2027-01-20" });
		const adult = made.device.page;
		await adult.getByRole("link", { name: t("p.made.go") }).click();
		await sees(adult.getByRole("heading", { name: t("lead.young.who") }));
		await look(made.device, "ung-overlevering");
		await made.button(t("lead.young.make_links")).click();
		const links = adult.getByRole("dialog", { name: t("lead.young.links") });
		await sees(links.locator(".door-link").nth(1)); // they are made by the server
		const [first = "", other = ""] = await links.locator(".door-link").allTextContents();
		await look(made.device, "ung-lenker");
		const sara = new Panel(await hall.device("young leader's phone", "phone"));
		const omar = new Panel(await hall.device("young leader", "lead"));
		for (const [who, link] of [
			[sara, first],
			[omar, other],
		] as const) {
			const to = new URL(link);
			await who.device.page.goto(to.pathname + to.hash);
			await sees(who.button(t("lead.young.groups", { n: 0 })));
		}
		await sees(adult.getByRole("heading", { name: t("lead.watch.not_yet") }));
		await look(made.device, "ung-ser-paa");
		await look(omar.device, "ung-lobby");

		const late = await hall.device("a machine with a link that is used", "phone");
		late.allow(/401|410/);
		await late.page.goto(new URL(first).pathname + new URL(first).hash);
		await sees(late.page.getByRole("heading", { name: t("lead.door.spent") }));
		expect(await late.page.getByRole("textbox").count()).toBe(0);
		await look(late, "lenke-brukt");
		await late.context.close();

		const guest = new Phone(await hall.device("young guest", "phone"));
		await guest.scan(made.code);
		await sees(guest.page.getByText(t("p.ung.watch", { n: 1 })));
		await sara.button(t("lead.young.groups", { n: 0 })).click();
		await sees(omar.button(t("lead.young.groups_again")));
		const onwards = async (title: string) => {
			await omar.next("clicker");
			for (const p of [sara.device.page, omar.device.page])
				await sees(p.getByRole("heading", { level: 1, name: title, exact: true }));
		};
		for (const title of ["Enig eller uenig?", "Hvorfor er vi her?", "Stemningen her", "Det som funker: skriv alene"])
			await onwards(title);
		const text = "Buss hjem klokka elleve";
		await guest.write(text);
		await onwards("To og to");
		await onwards("Det som funker: gruppa");
		await guest.share(text);
		for (const title of ["Velg kort", "Skriv alene", "Prat i gruppa", "Pause og mat", "Fra idé til forslag"])
			await onwards(title);
		await guest.send(1);
		await sees(guest.page.getByText(t("p.ung.waits")));
		await sees(omar.device.page.getByRole("heading", { name: t("lead.wall.waiting", { n: 1 }) }));
		await look(omar.device, "ung-veggen");
		await look(sara.device, "ung-veggen-telefon");
		await sara.device.page.getByRole("button", { name: `${t("lead.order.hide")} ${text}` }).click();
		await look(sara.device, "ung-skjule");
		await sara.device.page.getByRole("button", { name: t("lead.wall.why.prat") }).click();
		await sees(guest.page.getByText(t("p.ung.why.prat")));
		await look(guest.device, "ung-skjult-telefon");
		await omar.device.page.getByText(t("lead.wall.kept", { n: 1 })).click();
		await omar.device.page.getByRole("button", { name: `${t("lead.wall.anyway")} ${text}` }).click();
		await gone(guest.page.getByText(t("p.ung.why.prat")));
		expect(omar.device.told(text)).toBe(true);
		expect(made.device.told(text)).toBe(false);

		// A phone counts for two minutes of the wall's clock, so the page does not offer it yet: the adult asks past it.
		const ask = () =>
			adult.evaluate(async () => {
				const said = { t: "cmd", id: crypto.getRandomValues(new Uint32Array(3)).join("-"), do: "spare.ask", with: {} };
				const headers = { "Content-Type": "application/json" };
				await fetch(`/api/rooms/${location.pathname.split("/")[2]}/say?surface=lead`, {
					method: "POST",
					headers,
					body: JSON.stringify(said),
				});
			});
		await ask();
		await sees(omar.device.page.getByRole("region", { name: t("lead.spare.told") }));
		await sees(guest.page.getByText(t("p.ung.spare")));
		await look(omar.device, "ung-ny-lenke-spor");
		await look(sara.device, "ung-ny-lenke-spor-telefon");
		await sara.button(t("lead.spare.no")).click();
		await sees(adult.getByRole("heading", { name: t("lead.spare.kept") }));
		await gone(guest.page.getByText(t("p.ung.spare")));
		await sara.device.context.close();
		await omar.device.context.close();
		await ask();
		await sees(adult.getByRole("heading", { name: t("lead.spare.asked") }));
		await look(made.device, "ung-ny-lenke-spurt");
		await hall.house.pass(spareSeconds);
		await sees(adult.getByRole("heading", { name: t("lead.spare.open") }));
		await made.button(t("lead.spare.make")).click();
		const sheet = adult.getByRole("dialog", { name: t("lead.spare.title") });
		const to = new URL((await sheet.locator(".door-link").textContent()) ?? "");
		await look(made.device, "ung-ny-lenke");
		const again = new Panel(await hall.device("a charged phone", "phone"));
		await again.device.page.goto(to.pathname + to.hash);
		await sees(again.device.page.getByRole("heading", { name: "Fra idé til forslag" }));
		await gone(guest.page.getByText(t("p.ung.spare")));
		await gone(sheet); // it has been used
		expect(made.device.told(text)).toBe(false);
	});
});

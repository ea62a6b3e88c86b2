import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { Panel, tabs } from "./panel";
import { Phone } from "./phone";
import { story } from "./story";
import { t } from "./words";

describe.each(ways)("the thread, at $name", (way) => {
	let hall: Hall;
	let lead: Panel;
	let board: Device;
	let anna: Phone;
	let berit: Phone;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open(way);
	});
	afterAll(() => hall.close());

	/** everywhere looks at all four machines. Once is enough: what is on screen does not hang on the address. */
	const everywhere = async (step: string) => {
		if (!way.secure) return;
		for (const d of hall.devices) await look(d, `${step}-${d.name}`);
	};

	chapter("a meeting is planned, and its key shown once", async () => {
		lead = new Panel(await hall.device("lead", "lead"));
		await lead.plan({ title: "Fritid for alle barn", decides: "Kommunestyret" });
		expect(lead.key.replaceAll(" ", "")).toMatch(/^[a-z0-9]{26}$/i);
		await everywhere("0-key");
		expect(await lead.device.page.evaluate(() => isSecureContext)).toBe(way.secure);
	});

	chapter("the board shows where to go, and never this machine's name for itself", async () => {
		await lead.enter();
		await lead.showBoard();
		board = await hall.device("board", "board");
		await board.page.goto(lead.boardLink);
		await sees(board.page.getByRole("heading", { name: t("board.join_title") }));
		await sees(board.page.getByText(`${lead.code.slice(0, 4)}-${lead.code.slice(4)}`, { exact: true }));
		await sees(board.page.getByRole("img", { name: t("board.qr_alt") }));
		expect(board.page.url()).not.toContain("#");
	});

	chapter("one writes the code as it falls, one points the camera", async () => {
		anna = new Phone(await hall.device("anna", "phone"));
		await anna.type(`${lead.code.slice(0, 4).toLowerCase()} ${lead.code.slice(4).toLowerCase()}`);
		await anna.present(t("p.as.frivillighet"), t("p.as.kommune"));
		await sees(anna.heading(t("p.lobby.title")));
		berit = new Phone(await hall.device("berit", "phone"));
		await berit.scan(lead.code);
		await berit.button(t("p.as.skip")).tap();
		await sees(berit.text(t("p.lobby.here", { n: 2 })));
		expect(await berit.page.evaluate(() => isSecureContext)).toBe(way.secure);
		await sees(board.page.getByText(t("board.here", { n: 2 })));
		await everywhere("1-lobby");
	});

	chapter("groups are made", async () => {
		await lead.groups();
		await sees(anna.heading(t("p.lobby.group", { n: 1 })));
		await sees(berit.heading(t("p.lobby.group", { n: 1 })));
		await everywhere("2-groups");
	});

	chapter("both write alone, and nobody else is told a word of it", async () => {
		await lead.next();
		for (const p of [anna, berit]) await sees(p.heading("Skriv alene"));
		await anna.write("Leksehjelp på bussen");
		await anna.write("Felles buss til trening");
		await berit.write("Buss til alle treninger");
		await anna.received("Leksehjelp på bussen");
		await anna.received("Felles buss til trening");
		await berit.received("Buss til alle treninger");
		for (const d of [lead.device, board, berit.device]) expect(d.told("Leksehjelp")).toBe(false);
		for (const d of [lead.device, board, anna.device]) expect(d.told("Buss til alle")).toBe(false);
		await everywhere("3-stille");
	});

	chapter("whoever leads sees the phone and the board of the others, and not what they have not told", async () => {
		const { phone, there } = await lead.see(1);
		await sees(phone.getByRole("heading", { name: "Skriv alene" }));
		await sees(there.getByRole("heading", { name: "Skriv alene" }));
		expect(await phone.locator(":is(button, input, textarea):enabled").count()).toBe(0);
		for (const secret of ["Leksehjelp", "Buss til alle"]) expect(lead.device.told(secret)).toBe(false);
		await sees(lead.device.page.getByText(t("lead.here", { n: 2 })).first());
		await lead.tab("run");
	});

	chapter("a phone that reloads keeps its seat, its notes and what is half-written", async () => {
		await anna.field.fill("Halvskrevet tan");
		await anna.page.reload();
		await sees(anna.heading("Skriv alene"));
		expect(await anna.field.inputValue()).toBe("Halvskrevet tan");
		await anna.received("Leksehjelp på bussen");
		await anna.write("Halvskrevet tanke");
		await anna.received("Halvskrevet tanke");
	});

	chapter("a second tab is the same person, and both stay live", async () => {
		const page = await anna.device.tab();
		const second = new Phone(anna.device, page);
		await page.goto(anna.page.url());
		await second.received("Halvskrevet tanke");
		await second.write("Fra den andre fanen");
		await anna.received("Fra den andre fanen");
		await anna.page.bringToFront();
		await anna.write("Og fra den første");
		await second.received("Og fra den første");
		await page.close();
	});

	chapter("around the table: share, be the scribe, set aside, send", async () => {
		await lead.next();
		for (const p of [anna, berit]) await sees(p.heading("Rundt bordet"));
		await anna.share("Felles buss til trening");
		await anna.share("Leksehjelp på bussen");
		await berit.share("Buss til alle treninger");
		await berit.button(t("p.scribe.can")).tap();
		await sees(berit.text(t("p.scribe.is")));
		await sees(anna.text(t("p.scribe.other")));
		await anna.share("Fra den andre fanen");
		await sees(berit.list("Fra den andre fanen"));
		await berit
			.list("Fra den andre fanen")
			.getByRole("button", { name: t("p.table.aside") })
			.tap();
		await sees(anna.list("Fra den andre fanen").getByText(t("p.table.is_aside")));
		await everywhere("4-runde");
		await berit.send(3);
		for (const p of [anna, berit]) await sees(p.heading(t("p.table.sent")));
		expect(board.told("Halvskrevet")).toBe(false);
		expect(board.told("Fra den andre fanen")).toBe(false);
	});

	chapter("two proposals are laid in one pile", async () => {
		await lead.next();
		await sees(anna.heading(t("p.merge.list", { n: 3 })));
		// With the keyboard alone here, by menu there: nothing hangs on dragging.
		if (way.secure) await lead.lay("Buss til alle treninger", "Felles");
		else await lead.join("Buss til alle treninger", "Felles buss til trening");
		await sees(anna.heading(t("p.merge.list", { n: 2 })));
		await sees(board.page.getByRole("heading", { name: t("board.merged", { ideas: 3, n: 2 }) }));
		await everywhere("5-sammenslaing");
	});

	chapter("a secret vote: both vote, one changes, and nobody sees a number", async () => {
		await lead.next("clicker");
		await sees(anna.heading(t("p.vote.soon")));
		await lead.open();
		await sees(board.page.getByText(t("board.vote_secret")));
		await anna.choose("Felles buss til trening");
		await sees(board.page.getByText(`1 ${t("board.voted", { of: 2 })}`));
		await berit.choose("Felles buss til trening");
		await berit.choose("Leksehjelp på bussen");
		await berit.choose("Felles buss til trening");
		await sees(berit.text(t("p.vote.used", { n: 1, k: 2 })));
		await sees(board.page.getByText(`2 ${t("board.voted", { of: 2 })}`));
		for (const d of hall.devices) expect(d.told('"marks"')).toBe(false);
		await everywhere("6-avstemning");
		await lead.shut();
		await sees(anna.heading(t("p.vote.closed")));
		await sees(board.page.getByText(t("board.vote_counted")));
		for (const d of [board, anna.device, berit.device]) expect(d.told('"marks"')).toBe(false);
	});

	chapter("the result comes to everybody at once", async () => {
		await lead.next();
		for (const p of [anna, berit])
			await sees(p.slip("Leksehjelp på bussen").getByText(`1 ${t("p.result.votes", { n: 1 })}`));
		await sees(board.page.getByRole("heading", { name: t("board.result_title") }));
		await sees(berit.slip("Leksehjelp på bussen").getByText(t("p.result.mine")));
		await everywhere("7-resultat");
	});

	chapter("somebody takes responsibility", async () => {
		await lead.next();
		await sees(anna.heading("Felles buss til trening"));
		await berit.offer("Felles buss til trening", "Idrettslaget");
		await lead.takeOffer("Idrettslaget");
		await sees(anna.text(t("common.responsible", { who: "Idrettslaget" })));
		await lead.measure("Felles buss til trening", { first: "Ringe idrettslaget", due: "2027-02-01" });
		await sees(board.page.getByRole("cell", { name: "Ringe idrettslaget" }));
		await sees(board.page.getByRole("cell", { name: "1. februar 2027" }));
		await everywhere("8-ansvarlig");
	});

	chapter("every tab of the panel can be used by everybody", async () => {
		if (!way.secure) return;
		const { presses } = lead;
		for (const tab of tabs) {
			await lead.tab(tab);
			await look(lead.device, `8-panel-${tab}`);
		}
		lead.presses = presses; // looking around is no part of leading
	});

	chapter("thanks for today", async () => {
		await lead.end();
		for (const p of [anna, berit]) await sees(p.heading(t("p.thanks.title")));
		await sees(board.page.getByRole("heading", { name: t("board.thanks") }));
		await everywhere("9-takk");
	});

	chapter("the evening took few presses, and the log holds nothing of it", () => {
		expect(lead.presses).toBeLessThanOrEqual(28);
		for (const said of ["Leksehjelp", "Idrettslaget", lead.code, lead.key.replaceAll(" ", "")]) {
			expect(hall.house.log).not.toContain(said);
		}
	});
});

import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, gone, sees } from "./device";
import { type Evening, gather } from "./evening";
import { Hall, ways } from "./hall";
import { look } from "./look";
import { story } from "./story";
import { t } from "./words";

const bus = "Felles buss til trening";
const homework = "Leksehjelp på bussen";

/** quiet is everything a device asks for, and every frame it sends, while something is done. */
async function quiet(device: Device, does: () => Promise<unknown>): Promise<string[]> {
	const asked: string[] = [];
	const note = (r: { method(): string; url(): string; postData(): string | null }) =>
		asked.push(`${r.method()} ${new URL(r.url()).pathname}${new URL(r.url()).search}${r.postData() ?? ""}`);
	device.page.on("request", note);
	await does();
	device.page.off("request", note);
	return asked;
}

describe("the year after", () => {
	let hall: Hall;
	let evening: Evening;
	let link = "";
	let helse: Device;
	let kultur: Device;
	const chapter = story(() => hall);

	beforeAll(async () => {
		hall = await Hall.open(ways[0], "2020-11-25T09:00:00+01:00");
	});
	afterAll(() => hall.close());

	const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });
	const button = (page: Page | Locator, name: string) => page.getByRole("button", { name, exact: true });
	const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
	const confirm = async (page: Page, title: string, yes: string) => {
		const ask = page.getByRole("dialog", { name: title });
		await button(ask, yes).click();
		await gone(ask);
	};
	const goTo = async (d: Device, page: "measures" | "answer" | "since" | "dates" | "grant" | "check" | "handover") => {
		const name = t(`follow.page.${page}`);
		await d.page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
		await sees(d.page.locator('nav a[aria-current="page"]', { hasText: name }));
	};
	const measure = async (d: Device, title: string) => {
		await goTo(d, "measures");
		await d.page.getByRole("rowheader").getByRole("link", { name: title, exact: true }).click();
		await sees(heading(d.page, title));
	};
	/** unfold opens a part of a measure's page, which on a phone is one line. */
	const unfold = async (d: Device, name: string) => {
		await region(d.page, name).locator("summary").first().click();
		await sees(region(d.page, name).locator("details[open]").first());
	};
	/** field leaves a place after writing in it, as one does. */
	const field = async (page: Page, label: string, text: string) => {
		await page.getByLabel(label, { exact: true }).fill(text);
		await page.getByLabel(label, { exact: true }).blur();
	};

	chapter("an evening is held, and ends", async () => {
		evening = await gather(hall);
		const { lead, anna, berit } = evening;
		await lead.next();
		for (const p of [anna, berit]) await sees(p.heading("Skriv alene"));
		await anna.write(bus);
		await anna.write("Minibuss på omgang");
		await berit.write(homework);
		await berit.write("Buss til alle treninger");
		await anna.received("Minibuss på omgang");
		await berit.received("Buss til alle treninger");
		await lead.next();
		await anna.share(bus);
		await anna.share("Minibuss på omgang");
		await berit.share(homework);
		await berit.share("Buss til alle treninger");
		await berit.button(t("p.scribe.can")).tap();
		await sees(berit.text(t("p.scribe.is")));
		await berit
			.list("Minibuss på omgang")
			.getByRole("button", { name: t("p.table.aside") })
			.tap();
		await sees(anna.list("Minibuss på omgang").getByText(t("p.table.is_aside")));
		await berit.send(3);
		await lead.next();
		await lead.join("Buss til alle treninger", bus);
		await sees(anna.heading(t("p.merge.list", { n: 2 })));
		await lead.next();
		await lead.open();
		for (const p of [anna, berit]) await p.choose(bus);
		await berit.choose(homework);
		await lead.shut();
		await lead.next();
		await lead.next();
		await sees(anna.heading(bus));
		await lead.measure(bus, { first: "Ringe idrettslaget", due: "2021-03-31" });
		await lead.end();
		for (const p of [anna, berit]) await sees(p.heading(t("p.thanks.title")));
		// What came from her, Anna's phone remembers because she says so, and tells nobody.
		const own = anna.device.page.getByRole("region", { name: t("p.own.title") });
		await sees(own.getByText(t("p.own.measure", { title: bus })));
		const told = await quiet(anna.device, () => own.getByRole("button", { name: t("p.own.keep") }).tap());
		await sees(own.getByText(t("p.own.kept")));
		expect(told).toEqual([]);
		await look(anna.device, "f0-own");
	});

	chapter("the leader hands it over with one press", async () => {
		const { lead } = evening;
		const { page } = lead.device;
		await lead.tab("run");
		await button(page, t("lead.follow.hand")).click();
		await sees(page.getByRole("img", { name: t("lead.follow.qr_alt") }));
		link = await page.getByLabel(t("lead.follow.link_label"), { exact: true }).inputValue();
		expect(link).toMatch(new RegExp(`/oppfolging/${lead.room}#[0-9A-Za-z]+$`));
		await look(lead.device, "f1-hand");
		await button(page, t("common.close")).click();
		// The same link again: a second press must not shut out those who have the first.
		await button(page, t("lead.follow.hand")).click();
		expect(await page.getByLabel(t("lead.follow.link_label"), { exact: true }).inputValue()).toBe(link);
		await button(page, t("common.close")).click();
	});

	chapter("the group comes by the link, and the key is gone from the address", async () => {
		const path = new URL(link).pathname;
		kultur = await hall.device("kultur", "phone");
		// A device without the link is told what to do, and can paste it.
		kultur.allow(/Failed to load resource.*40[134]/);
		await kultur.page.goto(path);
		await sees(heading(kultur.page, t("follow.door.title")));
		await look(kultur, "f2-door");
		await kultur.page.getByLabel(t("follow.door.key"), { exact: true }).fill(link);
		await button(kultur.page, t("follow.door.go")).tap();
		helse = await hall.device("helse", "lead");
		await helse.page.goto(path + new URL(link).hash);
		for (const d of [helse, kultur]) {
			await sees(heading(d.page, t("follow.day", { n: 0 })));
			expect(d.page.url()).not.toContain(new URL(link).hash);
			await button(d.page, t("follow.as")).click();
			const ask = d.page.getByRole("dialog", { name: t("follow.as_title") });
			await ask.getByRole("textbox").fill(d.name === "helse" ? "Helse og livsmestring" : "Kultur");
			await button(ask, t("common.save")).click();
			await sees(button(d.page, d.name === "helse" ? "Helse og livsmestring" : "Kultur"));
			await look(d, `f2-overview-${d.name}`);
		}
		// Nothing of the group's own has gone to those who were there.
		for (const d of [evening.board, evening.anna.device]) expect(d.told('"followups/')).toBe(false);
	});

	chapter("a measure shows where it came from, and who answers for it is written", async () => {
		const { page } = helse;
		await measure(helse, bus);
		const origin = region(
			page,
			t("follow.origin_n", { ideas: t("common.ideas", { n: 2 }), tables: t("follow.tables", { n: 1 }) }),
		);
		await sees(origin.getByText("Buss til alle treninger"));
		await sees(origin.getByText(t("follow.of_ballots", { n: 2 })));
		await field(page, t("follow.field.responsible"), "Kultur og IKT");
		await field(page, t("follow.field.deputy"), "Skole");
		await page.getByLabel(t("follow.field.kind"), { exact: true }).selectOption("rutine");
		await page.getByLabel(t("follow.parts.rutine_who"), { exact: true }).fill("Solbakken skole");
		await button(region(page, t("follow.parts.rutine")), t("follow.parts.add")).click();
		await page.getByRole("checkbox", { name: "Solbakken skole" }).click();
		await sees(page.getByText(t("follow.parts.n", { n: 1, of: 1 })));
		await page.getByLabel(t("follow.milestone"), { exact: true }).fill("Ruta er tegnet");
		await button(page, t("follow.milestone_add")).click();
		await sees(page.getByRole("checkbox", { name: "Ruta er tegnet" }));
		await button(page, t("follow.number.add")).click();
		await button(page.getByRole("dialog"), t("common.save")).click();
		await sees(page.getByRole("cell", { name: t("follow.not_known") }));
		await page.getByLabel(t("follow.comment"), { exact: true }).fill("Hvem ringer?");
		await button(page, t("follow.comment_send")).click();
		await sees(page.getByText("Hvem ringer?", { exact: true }));
		await look(helse, "f3-measure");
		await measure(kultur, bus);
		await look(kultur, "f3-measure-folded");
		await unfold(kultur, t("follow.comments"));
		await sees(kultur.page.getByText("Hvem ringer?", { exact: true }));
		await unfold(kultur, t("follow.agreed"));
		// What was written, by whom, from what to what: the other's hand is seen as well as one's own.
		await unfold(kultur, t("follow.trail"));
		await sees(region(kultur.page, t("follow.trail")).getByText("Ruta er tegnet").first());
		await sees(
			region(kultur.page, t("follow.trail"))
				.getByText(t("follow.by", { who: "Helse og livsmestring" }))
				.first(),
		);
		expect(await kultur.page.getByLabel(t("follow.field.deputy"), { exact: true }).inputValue()).toBe("Skole");
		await look(kultur, "f3-measure-phone");
	});

	chapter("two write in the same place: both see both, and nothing is written over", async () => {
		const first = t("common.first");
		const [mine, theirs] = [
			kultur.page.getByLabel(first, { exact: true }),
			helse.page.getByLabel(first, { exact: true }),
		];
		await mine.fill("Ringe kommunen");
		await theirs.fill("Ringe busselskapet");
		await theirs.blur();
		const both = kultur.page.getByRole("region", { name: t("follow.both.title") });
		await sees(both.getByText("Ringe busselskapet", { exact: true }));
		await sees(both.getByText("Ringe kommunen", { exact: true }));
		await look(kultur, "f4-both");
		await mine.blur();
		expect(await theirs.inputValue()).toBe("Ringe busselskapet");
		await button(both, t("follow.both.keep")).click();
		await gone(both);
		await expect.poll(() => theirs.inputValue()).toBe("Ringe kommunen");
		// Without a net one sees nothing of the other: the server says no, and both texts are there all the same.
		kultur.allow(/ERR_INTERNET_DISCONNECTED|WebSocket connection to/);
		await kultur.context.setOffline(true);
		await sees(kultur.page.getByText(t("common.offline"), { exact: true }));
		await field(kultur.page, first, "Skrevet uten nett");
		await sees(kultur.page.getByText(t("follow.offline_waiting", { n: 1 }), { exact: true }));
		await field(helse.page, first, "Skrevet på kontoret");
		await expect.poll(() => evening.anna.device.told("Skrevet på kontoret")).toBe(true);
		await look(kultur, "f4-offline");
		await kultur.context.setOffline(false);
		await sees(both.getByText("Skrevet på kontoret", { exact: true }));
		await sees(both.getByText("Skrevet uten nett", { exact: true }));
		expect(await theirs.inputValue()).toBe("Skrevet på kontoret");
		await button(both, t("follow.both.take")).click();
		await gone(both);
		expect(await mine.inputValue()).toBe("Skrevet på kontoret");
	});

	chapter("what was set aside is found and taken up", async () => {
		const { page } = helse;
		await goTo(helse, "measures");
		await page.getByLabel(t("follow.search"), { exact: true }).fill("minibuss");
		await sees(page.getByText(t("follow.found", { n: 1 })));
		await page.getByRole("button", { name: t("follow.take") }).click();
		await button(page.getByRole("dialog"), t("follow.take")).click();
		await sees(heading(page, "Minibuss på omgang"));
		await sees(region(page, t("follow.origin_aside")));
		// Dropping something demands a reason.
		await button(page, t("follow.say")).click();
		const ask = page.getByRole("dialog", { name: t("follow.say_title") });
		await ask.getByRole("radio", { name: t("plain.status_lagt_bort") }).check();
		await button(ask, t("follow.say_yes")).click();
		await sees(ask.getByText(t("follow.why_dropped")));
		await look(helse, "f5-dropping");
		await ask.getByLabel(t("follow.reason"), { exact: true }).fill("Fylket lager ny bussrute");
		await button(ask, t("follow.say_yes")).click();
		await sees(region(page, t("follow.now")).getByText("Fylket lager ny bussrute"));
	});

	chapter("the responsible says how it is by a link, in three acts, without a seat", async () => {
		await measure(helse, bus);
		await button(helse.page, t("follow.tap.make")).click();
		const url = await helse.page.getByLabel(t("follow.tap.link"), { exact: true }).inputValue();
		await look(helse, "f6-tap");
		const owner = await hall.device("owner", "phone");
		let acts = 1; // the link in the message
		await owner.page.goto(new URL(url).pathname);
		await sees(button(owner.page, t("tap.i_gang")));
		await look(owner, "f6-owner");
		await button(owner.page, t("tap.i_gang")).tap();
		acts++;
		await sees(owner.page.getByText(t("tap.thanks")));
		expect(acts).toBeLessThanOrEqual(3);
		await sees(region(helse.page, t("follow.now")).getByText(t("follow.by", { who: "Kultur og IKT" })));
		// A new link kills the old one.
		await button(helse.page, t("follow.tap.again")).click();
		await confirm(helse.page, t("follow.tap.again"), t("follow.tap.again_yes"));
		await expect.poll(() => helse.page.getByLabel(t("follow.tap.link"), { exact: true }).inputValue()).not.toBe(url);
		owner.allow(/Failed to load resource.*410/);
		await owner.page.goto(new URL(url).pathname);
		await sees(owner.page.getByRole("heading", { name: t("refused.rotated").split(".")[0] }));
	});

	chapter("a unit is renamed, and everything goes along", async () => {
		const { page } = helse;
		await goTo(helse, "handover");
		await look(helse, "f7-handover");
		await button(page, `${t("follow.hand")} Kultur og IKT`).click();
		const ask = page.getByRole("dialog");
		await ask.getByRole("textbox").fill("Digitalisering");
		await button(ask, t("follow.hand")).click();
		await sees(heading(page, "Digitalisering"));
		await look(helse, "f7-handed");
	});

	chapter("the answer is promised, is late, is published, and is read by anybody", async () => {
		const { page } = helse;
		await goTo(helse, "answer");
		await sees(page.getByText(t("follow.answer.no_date")));
		await button(page, t("follow.answer.move")).click();
		await page.getByRole("dialog").getByLabel(t("common.answer"), { exact: true }).fill("2021-01-29");
		await button(page.getByRole("dialog"), t("common.save")).click();
		await sees(page.getByText(t("follow.answer.promised", { day: "29. januar 2021" })));
		await look(helse, "f8-answer");
		// A seat of the evening has run out by then: whoever led or came is turned away, which is as it should be.
		for (const d of hall.devices) if (d !== helse && d !== kultur) d.allow(/Failed to load resource.*401/);
		await hall.house.at("2021-02-02T09:00:00+01:00");
		await helse.page.reload();
		await sees(page.getByText(t("svar.late", { n: 4 })));
		await look(helse, "f8-late");
		const anybody = await hall.device("anybody", "phone");
		await anybody.page.goto(`/svar/${evening.lead.room}`);
		await sees(anybody.page.getByText(t("svar.late", { n: 4 })));
		await goTo(helse, "measures");
		await sees(region(page, t("follow.duties")).getByText(t("follow.task.answer_late", { n: 4 })));
		await goTo(helse, "answer");
		await button(page, t("follow.answer.publish")).click();
		await sees(page.getByText(t("follow.answer.empty")));
		await button(page, t("follow.answer.go_on")).click();
		await field(page, t("svar.does"), "Kommunen lager en felles bussrute.");
		await field(page, t("svar.not"), "Det blir ingen minibuss nå.");
		await sees(page.getByText(t("follow.words_n", { n: 10, of: 150 })));
		await page.getByLabel(t("follow.contact.who"), { exact: true }).fill("Koordinator for fritid");
		await page.getByLabel(t("follow.contact.phone"), { exact: true }).fill("00 00 00 00");
		await button(page, t("follow.contact_save")).click();
		await sees(region(page, t("follow.answer.preview")).getByText("Koordinator for fritid"));
		expect(anybody.told("felles bussrute")).toBe(false);
		await button(page, t("follow.answer.publish")).click();
		await confirm(page, t("follow.answer.publish_title"), t("follow.answer.publish_yes"));
		await sees(page.getByText(t("follow.answer.same")));
		await look(helse, "f8-published");
		await anybody.page.reload();
		await sees(anybody.page.getByText("Kommunen lager en felles bussrute."));
		await sees(anybody.page.getByText("Koordinator for fritid"));
		await look(anybody, "f8-public");
	});

	chapter("the page marks what came from this phone, on this phone only, and asks the house for nothing", async () => {
		const { page } = evening.anna.device;
		const asked = await quiet(evening.anna.device, () => page.goto(`/svar/${evening.lead.room}`));
		const own = page.getByRole("region", { name: t("svar.mine"), exact: true });
		await sees(own.getByText(bus).first());
		// Set aside at the table, and taken up since: that too has its road.
		expect(await own.getByRole("listitem").allInnerTexts()).toEqual([
			expect.stringContaining(t("svar.mine_in")),
			expect.stringContaining(t("svar.mine_in")),
		]);
		await sees(page.getByRole("listitem").filter({ hasText: bus }).last().getByText(t("svar.mine"), { exact: true }));
		expect([...new Set(asked.map((a) => a.replace(/\/svar\/.*/, "/svar/")))].sort()).toEqual(
			["GET /icon.svg", "GET /mine.js", "GET /plain.css", "GET /svar/"].filter((a) => asked.join(" ").includes(a)),
		);
		await look(evening.anna.device, "f8-mine");
		const { page: other } = evening.berit.device;
		await other.goto(`/svar/${evening.lead.room}`);
		await sees(other.getByText("Kommunen lager en felles bussrute."));
		expect(await other.locator(".you:visible, #mine:visible").count()).toBe(0);
		await own.getByRole("button", { name: t("svar.mine_forget") }).tap();
		await sees(own.getByText(t("svar.mine_gone")));
		await page.reload();
		await sees(page.getByText("Kommunen lager en felles bussrute."));
		expect(await page.locator(".you:visible, #mine:visible").count()).toBe(0);
	});

	chapter(
		"day 310: three views of the same, by the keys alone, and what nobody knows is not in its old colour",
		async () => {
			const { page } = helse;
			for (const d of [helse, kultur]) d.allow(/Failed to load resource.*401/);
			await hall.house.at("2021-10-01T10:00:00+02:00");
			// Nobody has looked in for ninety days. The link in the old mail still opens, also in the tab that stands at the door.
			await page.reload();
			await sees(heading(page, t("follow.door.title")));
			await page.goto(new URL(link).pathname + new URL(link).hash);
			await sees(heading(page, t("follow.day", { n: 310 })));
			const row = page.getByRole("row", { name: bus });
			await sees(row.getByText(t("plain.status_ukjent"), { exact: true }));
			await sees(row.getByText(t("follow.late", { n: 184 })));
			await look(helse, "f9-list");
			// The sheet and the report are one press away, and hold what the year holds.
			await page.getByRole("link", { name: t("lead.report.one") }).click();
			await sees(page.getByText("Digitalisering").first());
			await page.goBack();
			await sees(heading(page, t("follow.day", { n: 310 })));
			await page.getByRole("tab", { name: t("follow.way.list") }).focus();
			await page.keyboard.press("ArrowRight");
			await sees(region(page, `${t("plain.status_ukjent")} 2`));
			await look(helse, "f9-board");
			await page.keyboard.press("ArrowRight");
			await sees(page.getByText(t("follow.today", { day: "1. oktober" })));
			await look(helse, "f9-year");
			await page.keyboard.press("Home");
			await measure(helse, bus);
			await button(page, t("follow.say")).click();
			const ask = page.getByRole("dialog", { name: t("follow.say_title") });
			await ask.getByRole("radio", { name: t("plain.status_pa_plass") }).check();
			await ask.getByLabel(t("follow.says"), { exact: true }).fill("Bussen går hver tirsdag");
			await button(ask, t("follow.say_yes")).click();
			await sees(region(page, t("follow.now")).getByText("Bussen går hver tirsdag"));
			await button(page, t("follow.story.make")).click();
			await sees(page.getByRole("dialog", { name: t("follow.story.title") }));
			await look(helse, "f9-story");
			await button(page, t("common.close")).click();
			await goTo(helse, "since");
			await sees(page.getByText("Bussen går hver tirsdag"));
			await look(helse, "f9-since");
			// On the wall of the next dugnad the last row reads it.
			const wall = await hall.device("wall", "board");
			wall.allow(/Failed to load resource.*401/); // it is turned away with the others when the link is rotated
			await wall.page.goto(new URL(link).pathname + new URL(link).hash);
			await goTo(wall, "since");
			await button(wall.page, t("follow.since.full")).click();
			await wall.page.waitForFunction(() => document.fullscreenElement?.id === "slides");
			await wall.shoot("f9-wall");
			expect(
				await wall.page.evaluate(() =>
					[...document.querySelectorAll("#slides *")]
						.filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()))
						.filter((e) => Number.parseFloat(getComputedStyle(e).fontSize) < 28)
						.map((e) => e.outerHTML),
				),
			).toEqual([]);
			await page.emulateMedia({ media: "print" });
			await helse.shoot("f9-since-print");
			await page.emulateMedia({ media: "screen" });
			await kultur.page.goto(new URL(link).pathname + new URL(link).hash);
			await sees(heading(kultur.page, t("follow.day", { n: 310 })));
			await look(kultur, "f9-phone");
		},
	);

	chapter("the group keeps its own days, is reminded before, and has the ground for an application", async () => {
		const { page } = helse;
		await goTo(helse, "dates");
		await button(page, t("follow.dates.add")).click();
		const ask = page.getByRole("dialog");
		await button(ask, t("common.save")).click();
		await sees(ask.getByText(t("follow.dates.wrong")));
		await ask.getByLabel(t("follow.dates.day"), { exact: true }).fill("2021-10-31");
		await button(ask, t("common.save")).click();
		await sees(page.getByText(t("follow.dates.reminds", { n: 42 })));
		await look(helse, "f9-dates");
		await goTo(helse, "measures");
		await sees(region(page, t("follow.duties")).getByRole("link", { name: t("follow.dates.kind.bufdir") }));
		await goTo(helse, "grant");
		await page.getByText(t("follow.grant.out")).first().click();
		await page.getByLabel(t("follow.tag.utstyrssentral"), { exact: true }).first().check();
		await sees(page.getByText(t("follow.grant.in_n", { n: 1 })));
		await field(page, t("follow.grant.part.need"), "Mange mangler sykkel.");
		await look(helse, "f9-grant");
		await page.goto(`/soknad/${evening.lead.room}?surface=follow`);
		await sees(page.getByText("Mange mangler sykkel."));
		await sees(page.getByText(t("report.tag.utstyrssentral")).first());
		await look(helse, "f9-soknad");
		await page.goBack();
		await sees(heading(page, t("follow.page.grant")));
	});

	chapter("the checklist is marked alone, seen together, and agreed on", async () => {
		const contact = "Skole, helse, NAV, flyktningtjeneste og kultur har hver sin kontaktperson.";
		const state = (d: Device, s: string) =>
			d.page.getByRole("group", { name: contact }).getByRole("radio", { name: s, exact: true });
		for (const d of [helse, kultur]) await goTo(d, "check");
		await look(helse, "f10-none");
		await button(helse.page, t("follow.check.start")).click();
		await state(helse, t("follow.check.state_pa_plass")).check();
		await sees(helse.page.getByText(t("follow.check.mine", { n: 1, of: 32 })));
		await sees(kultur.page.getByText(t("follow.check.marked", { n: 1 })));
		const before = kultur.heard.length;
		await state(kultur, t("follow.check.state_ikke_startet")).check();
		await sees(helse.page.getByText(t("follow.check.marked", { n: 2 })));
		await look(kultur, "f10-alone-phone");
		await look(helse, "f10-alone");
		// What one has marked has reached nobody else's device.
		expect(kultur.heard.slice(before).join("")).not.toContain(`"15":"pa-plass"`);
		expect(helse.heard.join("")).not.toContain(`"15":"ikke-startet"`);
		await button(helse.page, t("follow.check.show")).click();
		await confirm(helse.page, t("follow.check.show"), t("follow.check.show"));
		const item = (d: Device) => d.page.getByRole("article", { name: contact });
		for (const d of [helse, kultur]) await sees(item(d).getByText(t("follow.check.differ")));
		await item(helse).getByLabel(t("follow.check.how_is_it"), { exact: true }).selectOption("i-gang");
		await item(kultur).getByText(t("follow.check.more")).tap();
		await field(kultur.page, t("follow.check.evidence"), "Kontaktlista på intranettet");
		await sees(item(helse).getByText(t("follow.check.more")));
		const evidence = item(helse).getByLabel(t("follow.check.evidence"), { exact: true });
		await expect.poll(() => evidence.inputValue()).toContain("Kontaktlista");
		await kultur.page.getByLabel(t("follow.check.who"), { exact: true }).selectOption("differ");
		expect(await kultur.page.getByRole("article").count()).toBe(1);
		await look(kultur, "f10-together-phone");
		await look(helse, "f10-together");
	});

	chapter("the group's link is rotated: who has the old one stands outside, who did it does not", async () => {
		await goTo(helse, "handover");
		await button(helse.page, t("follow.group_link_make")).click();
		await confirm(helse.page, t("follow.group_link_make"), t("follow.group_link_make"));
		const fresh = await helse.page.getByLabel(t("follow.group_link_new"), { exact: true }).inputValue();
		expect(fresh).not.toBe(link);
		await sees(heading(kultur.page, t("follow.door.title")));
		await helse.page.reload();
		await sees(heading(helse.page, t("follow.page.handover")));
	});
});

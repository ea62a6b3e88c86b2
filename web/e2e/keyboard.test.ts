import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { barriers } from "./axe";
import { type Device, sees } from "./device";
import { errand } from "./errand";
import { Hall, ways } from "./hall";
import { Keys } from "./keys";
import { look } from "./look";
import { mirror, turned } from "./mirror";
import { Post } from "./post";
import { story } from "./story";
import { t } from "./words";

const buss = "Felles buss til trening";
const role = "Virksomhetsleder kultur";

const mirrored = mirror(JSON.parse(readFileSync(new URL("../locales/nb.json", import.meta.url), "utf8")));

describe("the year after, without a pointer and from right to left", () => {
	let hall: Hall;
	let post: Post;
	let lead: Device;
	let room: string;
	const links: Record<string, string> = {};
	const chapter = story(() => hall);

	beforeAll(async () => {
		post = await Post.open();
		hall = await Hall.open(ways[0], undefined, post.url);
	});
	afterAll(async () => {
		await hall.close();
		post.close();
	});

	const asks = async <T>(d: Device, path: string, data: unknown): Promise<T> => {
		const said = await d.context.request.post(path, { data, headers: { "Content-Type": "application/json" } });
		expect(said.status(), path).toBe(200);
		return said.json();
	};
	const heading = (page: Page, name: string | RegExp) =>
		page.getByRole("heading", { name, exact: typeof name === "string" });
	const path = (url: string) => new URL(url).pathname + new URL(url).hash;

	const turns = new Map<Device, Page>();
	/** backwards is the same device's other tab, where all is written from right to left in letters that are not ours. */
	const backwards = async (d: Device): Promise<Page> => {
		const page = turns.get(d) ?? (await d.tab());
		if (turns.has(d)) return page;
		turns.set(d, page);
		await turned(page);
		await page.route(/\/assets\/(participant|follow)\.nb(\.rest)?-\w+\.json/, (r) => r.fulfill({ json: mirrored }));
		return page;
	};
	/** stop holds a page up: Tab comes to all of it, and nobody is barred from it, whichever way it is written. */
	const stop = async (d: Device, name: string) => {
		const { page } = d;
		await look(d, `kb-${name}`);
		expect(await new Keys(page).round(), `${name}, by Tab alone`).toEqual([]);
		const rtl = await backwards(d);
		await rtl.goto("about:blank"); // another place on the same page is no new page
		await rtl.goto(page.url());
		await sees(rtl.getByRole("heading", { level: 1 }).first());
		await rtl.waitForFunction(() => document.documentElement.dir === "rtl");
		expect(await barriers(rtl), `${name}, from right to left`).toEqual([]);
		const over = await rtl.evaluate(() => document.documentElement.scrollWidth > innerWidth);
		expect(over, `${name} runs out over the side`).toBe(false);
		if (process.env.SHOTS) await rtl.screenshot({ path: `${process.env.SHOTS}/kb-${name}-rtl.png`, scale: "css" });
	};
	/** opens goes to a page and holds it up. */
	const opens = async (d: Device, name: string, at: string) => {
		await d.page.goto(at);
		await sees(heading(d.page, /./).first());
		await stop(d, name);
		return new Keys(d.page);
	};

	chapter("a dugnad is over, and its links are out", async () => {
		lead = await hall.device("lead", "lead");
		await lead.page.goto("/");
		let code: string;
		({ room, code } = await asks<{ room: string; code: string }>(lead, "/api/meetings", {
			title: "Fritid for alle",
			lang: "nb",
			answerBy: "2030-01-29",
		}));
		const anna = await hall.device("anna", "phone");
		await anna.page.goto("/");
		await asks(anna, "/api/join", { code, id: "a-phone-that-is-annas-alone", as: "" });
		const said = await errand(lead.page, room, "lead", [
			["agenda.next", {}],
			["meeting.end", {}],
			["measure.take", { id: "m0", title: buss }],
			["measure.take", { id: "m1", title: "Rutiner for samarbeid" }],
			["measure.edit", { id: "m0", field: "responsible", text: role }],
			["measure.edit", { id: "m0", field: "due", text: "2020-12-11" }],
			["measure.edit", { id: "m1", field: "responsible", text: role }],
			["status.set", { id: "m0", status: "i-gang", says: "" }],
			["team.name", { n: 1, name: "Ungdomsrådet", young: true }],
			["team.name", { n: 2, name: "Skolegruppa" }],
			["measure.give", { measure: "m0", team: 1 }],
			["measure.give", { measure: "m1", team: 2 }],
			["listing.set", { kommune: "Vestby", coordinator: true, address: "00 00 00 00", seen: 0 }],
		]);
		expect(said.refused).toEqual([]);
		for (const door of ["follow", "team1", "team2"])
			links[door] = (await asks<{ url: string }>(lead, `/api/rooms/${room}/links/${door}`, {})).url;
		links.s = (await asks<{ url: string }>(lead, `/api/rooms/${room}/taps/m0`, {})).url;
		links.a = (await asks<{ url: string }>(lead, `/api/rooms/${room}/owners`, { role })).url;
	});
	const at = (name: string) => path(links[name] ?? "");

	chapter("she who was there: the contact book, the answer by mail, and what she would like to do", async () => {
		const anna = hall.devices[1] as Device;
		const { page } = anna;
		await page.goto(`/rom/${room}`);
		await sees(heading(page, t("p.thanks.title")));
		let keys = new Keys(page);
		await keys.press(t("p.book.join"));
		await sees(page.getByRole("dialog", { name: t("p.book.join") }));
		await keys.write(t("p.book.who"), "Leder i idrettslaget");
		await keys.write(t("p.book.phone"), "00 00 00 00");
		await keys.press(t("p.book.save"));
		await sees(page.getByText(t("p.book.is")));
		await stop(anna, "thanks");
		await opens(anna, "kontaktbok", `/kontaktbok/${room}`);
		keys = await opens(anna, "svar", `/svar/${room}`);
		await keys.write(t("mail.enter_label"), "anna@example.no");
		await page.keyboard.press("Enter");
		await sees(page.getByText(t("mail.told")));
		await stop(anna, "svar-told");
		keys = await opens(anna, "bidra", `/bidra/${room}`);
		await keys.write(t("own.contribute_reach"), "00 00 00 00");
		await keys.press(t("own.contribute_yes"));
		await sees(page.getByText(t("own.contribute_thanks")));
		await stop(anna, "bidra-thanks");
		links.e = await post.found(/http\S+\/e\/\w{16}b\w+-?[\w-]*/);
		keys = await opens(anna, "e", at("e"));
		await keys.press(t("mail.page_confirm_yes"));
		await sees(page.getByText(t("mail.page_confirm_done")));
		await stop(anna, "e-done");
	});

	chapter("whoever answers for a measure has no seat, and says how it goes", async () => {
		const owner = await hall.device("owner", "phone");
		const { page } = owner;
		let keys = await opens(owner, "s", at("s"));
		await keys.press(t("tap.i_gang"));
		await sees(page.getByText(t("tap.thanks")));
		await stop(owner, "s-thanks");
		keys = await opens(owner, "a", at("a"));
		await keys.press(t("tap.star_fast"));
		await sees(page.getByText(t("tap.thanks")));
		await stop(owner, "a-thanks");
		keys = await opens(owner, "inn", "/inn");
		await keys.write(t("mail.enter_label"), "leder@example.no");
		await keys.press(t("mail.enter_yes"));
		await sees(page.getByText(t("mail.enter_done")));
		await stop(owner, "inn-done");
	});

	chapter("the parts of the group, each at its own door", async () => {
		for (const [door, title] of [
			["team1", "Ungdomsrådet"],
			["team2", "Skolegruppa"],
		] as const) {
			const d = await hall.device(door, door === "team1" ? "phone" : "lead");
			await d.page.goto(at(door));
			await sees(heading(d.page, title));
			const keys = new Keys(d.page);
			await stop(d, door);
			await keys.press(door === "team1" ? new RegExp(`^${t("follow.team.go")}`) : "Rutiner for samarbeid");
			await sees(heading(d.page, door === "team1" ? buss : "Rutiner for samarbeid"));
			await stop(d, `${door}-measure`);
			await keys.press(t("follow.say"));
			const ask = d.page.getByRole("dialog", { name: t("follow.say_title") });
			await sees(ask);
			expect(await keys.round()).toEqual([]);
			await d.page.keyboard.press("Escape");
			await ask.waitFor({ state: "hidden" });
			expect(await keys.at()).toBe(t("follow.say"));
		}
	});

	chapter("the group keeps its parts and its checklist", async () => {
		const group = await hall.device("group", "lead");
		const { page } = group;
		await page.goto(at("follow"));
		const keys = new Keys(page);
		await keys.press(t("follow.page.handover"));
		await sees(heading(page, t("follow.teams")));
		await stop(group, "handover");
		await keys.press(t("follow.page.check"));
		await sees(page.locator("main h1:focus", { hasText: t("follow.page.check") })); // a new page takes the focus
		await keys.press(t("follow.check.start"));
		await sees(page.getByRole("radio").first());
		await page.getByRole("radio").first().focus();
		await page.keyboard.press("Space");
		await sees(page.getByText(t("follow.check.mine", { n: 1, of: 32 })));
		await stop(group, "check");
	});

	chapter("all the meetings, with what is ahead, and the list that anybody can read", async () => {
		const kari = await hall.device("kari", "lead");
		kari.allow(/status of 401/);
		const keys = await opens(kari, "oversikt-door", "/oversikt");
		await keys.write(t("p.plan.operator"), /\/oversikt[^:]*: ([0-9A-Z-]{26,})/.exec(hall.house.log)?.[1] ?? "");
		await keys.press(t("oversikt.open"));
		await sees(heading(kari.page, t("oversikt.calendar")));
		await stop(kari, "oversikt");
		await keys.to(t("oversikt.calendar_file"));
		await opens(kari, "kommuner", "/kommuner");
	});

	chapter("doors that are shut say so, and lead on", async () => {
		const stranger = await hall.device("stranger", "phone");
		stranger.allow(/status of 4\d\d/);
		for (const [name, shut] of [
			["bidra", `/bidra/${room}`],
			["kontaktbok", `/kontaktbok/${room}`],
			["referat", `/referat/${room}`],
			["s", `/s/${room}00000000000000000000000000`],
			["svar", "/svar/0000000000000000"],
			["oppfolging", `/oppfolging/${room}`],
		] as const)
			await opens(stranger, `no-${name}`, shut);
		await errand(lead.page, room, "lead", [["tap.make", { measure: "m0", hash: "" }]]);
		await opens(stranger, "no-taken", at("s"));
		await sees(stranger.page.getByRole("heading", { name: t("refused.withdrawn").split(".")[0] }));
	});
});

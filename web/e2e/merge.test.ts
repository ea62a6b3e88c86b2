import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type Device, sees } from "./device";
import { errand } from "./errand";
import { type Evening, gather } from "./evening";
import { Hall } from "./hall";
import { look } from "./look";
import { Panel } from "./panel";
import { story } from "./story";
import { t } from "./words";

/** The 24 ideas of the acceptance meeting as they come to lie on the board, each with the proposal it belongs in. */
const ideas: readonly (readonly [pile: string, text: string])[] = [
	["A", "Én fast person i kommunen som lag og skole kan kontakte"],
	["B", "Felles oversikt over alle fritidstilbud med pris"],
	["E", "Faste treff der kommune og lag blir kjent"],
	["A", "Ett telefonnummer der foreldre får hjelp til å finne noe"],
	["B", "Aktivitetskalender som skolene deler med hjemmene"],
	["C", "Samle nettsider og grupper på ett digitalt sted"],
	["F", "Kort veiledning om hvem som kan få støtte"],
	["A", "Noen som følger opp dem som ikke er med på noe"],
	["F", "Støtte til kontingent uten nytt skjema hvert halvår"],
	["F", "Felles pott til utstyr og turer"],
	["A", "Koordinator som kobler kommune, lag og næringsliv"],
	["D", "Fast rutine når skolen ser et barn som vil begynne på noe"],
	["D", "Samtykketekst som alle tjenester kan bruke"],
	["E", "Tverrfaglig møte annenhver måned"],
	["A", "Bindeledd som kjenner språk og familier som er nye"],
	["B", "Informasjon på flere språk i oversikten"],
	["D", "Felles introduksjon for nye foreldre"],
	["A", "Noen som vet hvor man kan låne og hjelper til med det"],
	["B", "Oversikt over utstyr som kan lånes"],
	["C", "Ett sted for støtte, utlån og påmelding"],
	["G", "Gratis tilbud i høst- og sommerferien"],
	["G", "Ungdom planlegger ferieaktivitetene"],
	["E", "Frokostmøte mellom lag, kommune og bedrifter"],
	["H", "Minibuss på omgang mellom tettstedene"],
];
const id = (n: number) => `i${String(n + 1).padStart(2, "0")}`;
const wanted = 8;

/** Six ideas, five marks between tables, as in the acceptance meeting. */
const chain = ideas.flatMap(([pile], n) => (pile === "A" ? [n] : []));
/** Two tables take turns through the chain; the rest are shared out. */
const tableOf = (n: number) => (chain.includes(n) ? 1 + (chain.indexOf(n) % 2) : 1 + (n % 2));

interface Agenda {
	agenda: { id: string; kind: string }[];
}

describe("24 ideas into 8 proposals", () => {
	let hall: Hall;
	let e: Evening;
	let lead: Device;
	const chapter = story(() => hall);
	const panel = (commands: readonly (readonly [string, Record<string, unknown>])[]) =>
		errand(lead.page, e.lead.room, "lead", commands);

	beforeAll(async () => {
		hall = await Hall.open();
	});
	afterAll(() => hall.close());

	const proposals = () => lead.page.locator(".cl");
	const at = (text: string): Locator => lead.page.locator(".idea").filter({ hasText: text });
	const stands = (n: number) => expect.poll(() => proposals().count(), { timeout: 8000 }).toBe(n);

	/** again takes every merge back, so that another way can be tried on the same ideas. */
	async function again(): Promise<void> {
		for (;;) {
			const shown = (await panel([])).set as Record<string, { ideas?: string[] }>;
			const more = Object.entries(shown).flatMap(([key, c]) =>
				key.startsWith("clusters/") ? (c.ideas ?? []).slice(1) : [],
			);
			if (more.length === 0) break;
			await panel(more.map((idea) => ["idea.split", { idea }] as const));
		}
		await stands(ideas.length);
	}

	/** right tells whether every idea lies where it belongs, and none is lost. */
	async function right(): Promise<void> {
		await stands(wanted);
		const shown = (await panel([])).set as Record<string, { ideas: string[] }>;
		const lies = Object.entries(shown)
			.filter(([key]) => key.startsWith("clusters/"))
			.map(([, c]) => [...c.ideas].sort().join(" "))
			.sort();
		const belongs = [..."ABCDEFGH"]
			.map((pile) => ideas.flatMap((i, n) => (i[0] === pile ? [id(n)] : [])).join(" "))
			.sort();
		expect(lies).toEqual(belongs);
	}

	chapter("two tables have sent 24 ideas, and marked six of them as the same", async () => {
		e = await gather(hall);
		lead = e.lead.device;
		for (const name of ["carl", "dina"]) {
			const d = await hall.device(name, "phone");
			await d.page.goto("/");
			await d.page.evaluate(
				(join) =>
					fetch("/api/join", {
						method: "POST",
						headers: { "Content-Type": "application/json" },
						body: JSON.stringify(join),
					}),
				{ code: e.lead.code, id: name.repeat(7).slice(0, 26), as: "kommune" },
			);
		}
		const { set } = await panel([["groups.make", { size: 2 }]]);
		const agenda = (set.meeting as Agenda).agenda;
		const step = (...kinds: string[]) => agenda.find((l) => kinds.includes(l.kind))?.id ?? "";
		await panel([["agenda.go", { step: step("runde", "samtale", "tiltak") }]]);
		const phones = hall.devices.filter((d) => d.kind === "phone");
		const tables = new Map<number, Device>();
		for (const d of phones) {
			const mine = (await errand(d.page, e.lead.room, "p")).set;
			const me = Object.entries(mine).find(([key]) => key.startsWith("me/"))?.[1] as { group: number };
			tables.set(me.group, d);
		}
		for (const [table, d] of tables) {
			const own = ideas.flatMap(([, text], n) =>
				tableOf(n) === table ? [["idea.post", { id: id(n), text, table: true }] as const] : [],
			);
			expect((await errand(d.page, e.lead.room, "p", own)).refused).toEqual([]);
		}
		await panel([
			["group.send", { group: 1 }],
			["group.send", { group: 2 }],
			["agenda.go", { step: step("sammenslaing") }],
		]);
		for (const [k, n] of chain.slice(1).entries()) {
			const d = tables.get(tableOf(n)) as Device;
			const same = ["idea.same", { idea: id(chain[k] as number), ours: id(n) }] as const;
			expect((await errand(d.page, e.lead.room, "p", [same])).refused).toEqual([]);
		}
		await e.lead.tab("merge");
		await stands(ideas.length);
		await sees(lead.page.getByRole("heading", { name: t("lead.merge.suggested") }));
		await sees(lead.page.getByRole("heading", { name: t("lead.merge.alike") }));
		await look(lead, "merge-24");
		const first = await lead.page.locator(".idea").first().boundingBox();
		expect((first?.y ?? 999) + (first?.height ?? 0), "where the ideas begin").toBeLessThan(560);
	});

	chapter("by keyboard alone: every key counts, also those that walk", async () => {
		const { page } = lead;
		let keys = 0;
		const key = async (name: string) => {
			await page.keyboard.press(name);
			keys++;
		};
		const here = () => page.evaluate(() => (document.activeElement as HTMLElement)?.dataset.key ?? "");
		await at(ideas[0]?.[1] ?? "").focus();
		await key("g"); // what the tables have said, all five merges
		let left = ideas.length - 5;
		await stands(left);
		let most = 0;
		const heads = new Map<string, string>();
		while (left > wanted) {
			const mine = await here();
			const pile = ideas[Number(mine.slice(1)) - 1]?.[0] ?? "nowhere";
			const head = heads.get(pile) ?? mine;
			heads.set(pile, head);
			if (head === mine) {
				await key("j"); // the first of its proposal stays; on to the next
				continue;
			}
			const before = keys;
			await key("m");
			const box = page.locator(".cl", { has: page.locator(`[data-key="${head}"]`) });
			for (const digit of (await box.locator("h2 .n").textContent()) ?? "") await key(digit);
			await key("Enter");
			await stands(--left);
			most = Math.max(most, keys - before);
		}
		const merges = ideas.length - wanted;
		console.log(
			`24 ideas into 8 by keyboard: ${keys} keys for ${merges} merges, ${(keys / merges).toFixed(2)} each with the walking, at most ${most} without`,
		);
		expect(keys / merges).toBeLessThanOrEqual(4);
		expect(most).toBeLessThanOrEqual(4);
		await right();
	});

	chapter("by touch alone, on a phone, since the laptop may die: every tap counts", async () => {
		await again();
		const other = new Panel(await hall.device("other", "phone"));
		other.device.allow(/status of 401/); // it is a stranger until it has used the key
		await other.unlock(e.lead.room, e.lead.key);
		await other.tab("merge");
		const { page } = other.device;
		const on = (text: string) => page.locator(".idea").filter({ hasText: text });
		let taps = 0;
		const tap = async (what: Locator) => {
			await what.tap();
			taps++;
		};
		await sees(page.getByRole("heading", { name: t("lead.merge.alike") }));
		await look(other.device, "merge-phone");
		let left = ideas.length;
		let most = 0;
		await tap(page.getByRole("button", { name: t("lead.merge.suggested_lay"), exact: true }));
		left -= 5;
		await stands(left);
		for (const pile of ["B", "C", "D", "E", "F", "G"]) {
			const before = taps;
			const own = ideas.filter(([p]) => p === pile);
			for (const [, text] of own) await tap(on(text));
			if (pile === "B") await look(other.device, "merge-phone-chosen");
			await tap(page.getByRole("button", { name: t("lead.merge.together", { n: own.length }), exact: true }));
			left -= own.length - 1;
			await stands(left);
			most = Math.max(most, (taps - before) / (own.length - 1));
		}
		const merges = ideas.length - wanted;
		console.log(
			`24 ideas into 8 by touch: ${taps} taps for ${merges} merges, ${(taps / merges).toFixed(2)} each, at most ${most}`,
		);
		expect(most).toBeLessThanOrEqual(4);
		await right();
		await look(lead, "merge-8");
	});

	chapter("the hall talks about one proposal at a time, and every phone says which", async () => {
		const { board, anna } = e;
		await e.lead.tab("run");
		const press = (name: string) => lead.page.getByRole("button", { name, exact: true }).click();
		await press(t("lead.showing.talk"));
		await sees(board.page.getByRole("heading", { name: t("board.talk_lost") }));
		await sees(anna.page.getByRole("heading", { name: t("p.onboard.talk", { n: 1 }) }));
		await look(board, "board-talk");
		await look(anna.device, "p-talk");
		await look(lead, "lead-showing");
		await press(t("lead.showing.next", { n: 2 }));
		await sees(anna.page.getByRole("heading", { name: t("p.onboard.talk", { n: 2 }) }));
		await sees(board.page.getByText(t("board.talk_of", { at: 2, of: wanted })));
	});

	chapter("how 24 ideas became 8 proposals, on the board and for one's own table on the phone", async () => {
		const { board, anna } = e;
		await lead.page.getByRole("button", { name: t("lead.showing.flow"), exact: true }).click();
		await sees(board.page.getByRole("heading", { name: t("board.flow_title", { ideas: ideas.length, n: wanted }) }));
		expect(await board.page.getByRole("row").count()).toBe(1 + ideas.length);
		await sees(anna.page.getByRole("heading", { name: t("p.onboard.roads") }));
		await look(anna.device, "p-roads");
		await look(board, "board-flow");
		for (const [width, height] of [
			[1280, 720],
			[1024, 768],
		] as const) {
			await board.page.setViewportSize({ width, height });
			await board.shoot(`board-flow-${width}`);
		}
		await lead.page.getByRole("button", { name: t("lead.showing.back"), exact: true }).click();
		await sees(board.page.getByRole("heading", { name: t("board.merged", { ideas: ideas.length, n: wanted }) }));
	});

	chapter("and how they ran into the one that most chose", async () => {
		const shown = (await panel([])).set as Record<string, { ideas: string[]; agenda: Agenda["agenda"] }>;
		const agenda = shown.meeting?.agenda ?? [];
		const step = (kind: string) => agenda.find((l) => l.kind === kind)?.id ?? "";
		const pile = (idea: string) =>
			Object.entries(shown)
				.find(([key, c]) => key.startsWith("clusters/") && c.ideas.includes(idea))?.[0]
				.slice(9) ?? "";
		await panel([
			["agenda.go", { step: step("avstemning") }],
			["vote.open", { id: "v1", method: "approve", k: 3, secret: true }],
		]);
		const choices = [["i01", "i02"], ["i01", "i07"], ["i01", "i02"], ["i24"]].map((ideas) => ideas.map(pile));
		const phones = hall.devices.filter((d) => d.kind === "phone" && d.name !== "other");
		for (const [n, d] of phones.entries()) {
			const cast = ["ballot.cast", { vote: "v1", choice: choices[n] ?? [] }] as const;
			expect((await errand(d.page, e.lead.room, "p", [cast])).refused).toEqual([]);
		}
		await panel([["vote.close", { vote: "v1" }]]);
		const { board, anna } = e;
		await expect
			.poll(async () => Object.keys((await panel([])).set).includes("results/v1"), { timeout: 8000 })
			.toBe(true);
		await panel([
			["agenda.go", { step: step("resultat") }],
			["board.show", { what: "flow" }],
		]);
		await board.page.setViewportSize({ width: 1920, height: 1080 });
		await sees(board.page.getByRole("heading", { name: t("board.flow_first", { ideas: ideas.length, n: wanted }) }));
		await look(board, "board-flow-first");
		for (const [width, height] of [
			[1280, 720],
			[1024, 768],
		] as const) {
			await board.page.setViewportSize({ width, height });
			await board.shoot(`board-flow-first-${width}`);
		}
		await sees(anna.page.getByText(t("p.onboard.votes", { n: 3 })).first());
		await look(anna.device, "p-roads-votes");
	});
});

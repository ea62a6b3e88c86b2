import { act } from "preact/test-utils";
import { beforeEach, describe, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { allPhaseKind, type Pictures, type StepView } from "../gen/protocol";
import { Channel } from "../net/canned";
import { noon, vestby, type Wanted } from "./canned";
import { onBoard } from "./canned/onboard";
import { page, press, scenes, show, text } from "./stage";

test.each(scenes)("$kind has one heading, words for everything, and what must be known all evening", (wanted) => {
	show(onBoard(vestby(wanted)));
	expect(page.querySelectorAll("h1")).toHaveLength(1);
	expect(page.querySelectorAll("main")).toHaveLength(1);
	expect(text()).not.toMatch(/\b(board|common|refused)\.[a-z_]+/);
	expect(text()).not.toMatch(/[{}]|undefined|NaN/);
	expect(text()).toContain("Eksempeldata");
	if (!wanted.ended) for (const said of ["dugnad.eksempel.kommune.no", "K7Q4-XP2M"]) expect(text()).toContain(said);
});

test.each(allPhaseKind)("%s stands with nothing in it", (kind) => {
	const bare = onBoard(vestby({ kind }));
	for (const key of Object.keys(bare)) if (key.includes("/")) delete bare[key];
	show(bare);
	expect(page.querySelectorAll("h1")).toHaveLength(1);
	expect(text()).not.toMatch(/undefined|NaN/);
});

test.each([
	["nobody has answered yet", undefined, false],
	["no phone could reach us", "", true],
])("when %s the lobby shows no picture that leads nowhere", (_, host, said) => {
	show(onBoard(vestby({ kind: "lobby" })), {}, { host, reached: false });
	expect(page.querySelector("img.qr")).toBe(null);
	expect(text().includes(nb["refused.no_address"])).toBe(said);
});

test.each([
	["nobody has answered yet", undefined, false, false],
	["no phone could reach us", "", false, true],
	["there is an address", "dugnad.eksempel.kommune.no", true, false],
])("when %s the code over everything has a picture only if it leads somewhere", (_, host, drawn, said) => {
	show(onBoard(vestby({ kind: "stille" })), {}, { host, reached: false });
	press("q");
	const over = page.querySelector(".code-over");
	expect(over?.querySelector("img.qr") !== null).toBe(drawn);
	expect(over?.textContent?.includes(nb["refused.no_address"])).toBe(said);
	expect(over?.textContent).toContain("K7Q4-XP2M");
});

test("where people are on their feet the board asks the question, and tells no table what to do", () => {
	const seated = onBoard(vestby({ kind: "bli_kjent" }));
	show(seated);
	expect(text()).toContain(nb["board.meet_1"]);
	expect(text()).toContain(nb["board.need_scribe"]);
	show({ ...seated, step: { ...(seated.step as StepView), question: "Hvor enig er du?", standing: true } });
	expect(page.querySelector(".question")?.textContent).toBe("Hvor enig er du?");
	for (const said of ["board.meet_1", "board.meet_3", "board.need_scribe"] as const)
		expect(text()).not.toContain(nb[said]);
});

test("while the vote is open the board has a count of slips and no number for any proposal", () => {
	show(onBoard(vestby({ kind: "avstemning", vote: "open" })));
	expect(text()).toContain("av 39 har stemt");
	expect(page.querySelectorAll(".slips i")).toHaveLength(39);
	expect(page.querySelectorAll(".slips i[data-in]")).toHaveLength(31);
	expect(page.querySelectorAll(".bars")).toHaveLength(0);
	const order = [...page.querySelectorAll(".options li")].map((li) => li.textContent);
	expect(order[0]).toBe("1Egen koordinator for fritid");
});

test("a result has its bars in order, the first solid, measured against the ballots", () => {
	show(onBoard(vestby({ kind: "resultat" })));
	const rows = [...page.querySelectorAll(".bars > li")];
	expect(rows.map((r) => r.querySelector("b")?.textContent)).toEqual(["34", "19", "14", "12", "11", "9", "8", "2"]);
	expect(rows.map((r) => r.hasAttribute("data-top"))).toEqual([true, true, true, ...Array(5).fill(false)]);
	expect(rows[0]?.querySelector("i")?.getAttribute("style")).toContain("91.89");
	expect(text()).toContain("37 stemte, opptil 3 valg hver");
});

test("a proposal nobody voted for has no bar at all", () => {
	const set = onBoard(vestby({ kind: "resultat" }));
	const result = set["results/v1"] as { rows: { marks: number }[] };
	for (const r of result.rows) r.marks = 0;
	show(set);
	expect(page.querySelectorAll(".bar > i:not([data-none])")).toHaveLength(0);
	expect(page.querySelectorAll("[data-top]")).toHaveLength(0);
});

test("a table that tells has its own points and nobody else's, and the next is told to get ready", () => {
	const m = show(onBoard(vestby({ kind: "plenum" })));
	expect(text()).toContain("Gruppe 4 forteller");
	const points = [...page.querySelectorAll(".slip")].map((li) => li.textContent);
	expect(points).toHaveLength(4);
	expect(points[0]).toContain("Koordinator som kobler kommune, lag og næringsliv");
	expect(points[0]).toContain("Samme hos oss:");
	expect(page.querySelector("footer")?.textContent).toContain("Gjør dere klare:");
	expect(page.querySelector("footer")?.textContent).toContain("Gruppe 5");
	const set = { telling: { order: [4, 5], now: 0, next: 0 } };
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set }));
	expect(text()).toContain("Alle gruppene har fortalt");
	expect(text()).not.toContain("Gjør dere klare");
});

test("what a table told in an earlier plenum is not told again", () => {
	const set = onBoard(vestby({ kind: "plenum" }));
	const about = set.meeting as { agenda: { id: string; kind: string; title: string; minutes: number }[] };
	about.agenda.splice(2, 0, { id: "x1", kind: "plenum", title: "Første runde", minutes: 5 });
	(set.step as { index: number }).index++;
	(set["ideas/i0-3"] as { step: string }).step = "e1";
	show(set);
	expect(page.querySelectorAll(".slip")).toHaveLength(3);
	expect(text()).not.toContain("Koordinator som kobler");
});

test("every table has its card with its mark, and one that has none says so", () => {
	show(onBoard(vestby({ kind: "velg_kort" })));
	expect(page.querySelectorAll(".hand .card")).toHaveLength(6);
	expect(page.querySelectorAll(".hand .mark *").length).toBeGreaterThan(6);
	expect(page.querySelector(".hand .table")?.textContent).toContain("Velger kort");
});

test("a shared place at the edge is said, with how many share it", () => {
	const set = onBoard(vestby({ kind: "resultat" }));
	const { rows } = set["results/v1"] as { rows: { marks: number; rank: number }[] };
	Object.assign(rows[3] as object, { marks: rows[2]?.marks, rank: 3 });
	show(set);
	expect(text()).toContain("2 forslag deler 3. plass.");
	expect(page.querySelectorAll("[data-top]")).toHaveLength(4);
});

test("with dots a whole bar is the most that anything got", () => {
	const set = onBoard(vestby({ kind: "resultat", method: "dots" }));
	const { rows } = set["results/v1"] as { rows: { marks: number }[] };
	Object.assign(rows[0] as object, { marks: 90 });
	show(set);
	expect(page.querySelector(".bars i")?.getAttribute("style")).toContain("100%");
});

/** pieces is a bar as it is drawn: the number in each piece, and how long it is in per cent. */
const pieces = (row: number) =>
	[...(page.querySelectorAll(".bars > li")[row]?.querySelectorAll<HTMLElement>(".pieces i") ?? [])].map(
		(i) =>
			[
				i.textContent,
				Math.round(Number.parseFloat(i.getAttribute("style")?.split("inline-size: ")[1] ?? "0")),
			] as const,
	);

test("a ranking is shown by how the points came: each place with its ballots, as long as its points", () => {
	const set = onBoard(vestby({ kind: "resultat", method: "rank" }));
	const { rows } = set["results/v1"] as { rows: { marks: number; spread: number[] }[] };
	Object.assign(rows[0] as object, { marks: 50, spread: [10, 5, 10] });
	show(set);
	expect(pieces(0)).toEqual([
		["10", 60],
		["5", 20],
		["10", 20],
	]);
	expect(page.querySelector(".legend")?.textContent).toContain("1. plass gir 3 poeng");
});

test("a scoring is shown by how many gave what, out of all the ballots", () => {
	const set = onBoard(vestby({ kind: "resultat", method: "score" }));
	const result = set["results/v1"] as { ballots: number; rows: { marks: number; spread: number[] }[] };
	result.ballots = 40;
	Object.assign(result.rows[0] as object, { marks: 110, spread: [10, 0, 0, 0, 0, 22] });
	show(set);
	expect(pieces(0)).toEqual([
		["22", 55],
		["10", 25],
	]);
	expect(page.querySelector(".bars b")?.textContent).toBe("110");
	expect(page.querySelectorAll(".legend li")).toHaveLength(6);
});

test("the numbers of the ballot stand in the result", () => {
	show(onBoard(vestby({ kind: "resultat" })));
	expect([...page.querySelectorAll(".bars .n")].map((n) => n.textContent)).toEqual([
		"1",
		"2",
		"6",
		"4",
		"5",
		"3",
		"7",
		"8",
	]);
});

test("what is preliminary says so, and what waits for paper shows no older vote in its place", () => {
	show(onBoard(vestby({ kind: "resultat", vote: "early" })));
	expect(page.querySelector("h1")?.textContent).toBe("Foreløpig resultat");
	expect(page.querySelector(".early")?.textContent).toContain("32 sedler er talt.");
	const set = onBoard(vestby({ kind: "resultat", vote: "hall" }));
	set["votes/v0"] = { ...(set["votes/v1"] as object), id: "v0", status: "counted", order: 40 };
	set["results/v0"] = { ...(onBoard(vestby({ kind: "resultat" }))["results/v1"] as object), vote: "v0" };
	show(set);
	expect(text()).toContain("Resultatet kommer når papirsedlene er lagt inn");
	expect(page.querySelector(".bars")).toBeNull();
});

test("a second round says what each had in the first, also past one that was called off", () => {
	const set = onBoard(vestby({ kind: "resultat" }));
	const first = set["votes/v1"] as object;
	const result = set["results/v1"] as { rows: object[] };
	set["votes/v2"] = { ...first, id: "v2", order: 91, status: "cancelled", follows: "v1" };
	set["votes/v3"] = { ...first, id: "v3", order: 92, follows: "v2", round: 2 };
	set["results/v3"] = { ...result, vote: "v3", rows: result.rows.slice(0, 2).map((r) => ({ ...r, marks: 18 })) };
	show(set);
	expect([...page.querySelectorAll(".bars small")].map((s) => s.textContent)).toEqual(["34 i runde 1", "19 i runde 1"]);
	expect(text()).toContain("Runde 2 · 37 stemte");
});

test("a vote with a clock says when it closes, and then calmly that it is about to", () => {
	const set = onBoard(vestby({ kind: "avstemning" }));
	set["votes/v1"] = { ...(set["votes/v1"] as object), grace: 10 };
	set.timer = { ends: noon + 80_000, left: 0, total: 240_000 };
	show(set);
	expect(text()).toContain("Lukker om 1:20");
	show({ ...set, timer: { ends: noon - 2000, left: 0, total: 240_000 } });
	expect(text()).toContain("Siste sekunder.");
});

test("hands are said beside the number, and the second reading stays in the panel", () => {
	show(onBoard(vestby({ kind: "resultat", secret: false })));
	expect(page.querySelector(".bars small")?.textContent).toBe("2 med hånda");
	expect(text()).toContain("og hender i salen");
	expect(text()).not.toContain("Noen fikk ikke");
});

test("a vote that was cancelled leaves no ballot on the board", () => {
	show(onBoard(vestby({ kind: "avstemning", vote: "cancelled" })));
	expect(text()).toContain("Avstemningen er avbrutt");
	expect(text()).not.toContain("har stemt");
});

test("a break says when it is over and with what we go on", () => {
	show(onBoard(vestby({ kind: "pause" })));
	expect(text()).toContain("Vi begynner igjen kl. 10.08.");
	expect(text()).toContain("Deling i plenum");
});

test("more proposals than fit are paged, and the page goes to what was changed", () => {
	const m = show(onBoard(vestby({ kind: "sammenslaing", long: true })));
	expect(page.querySelectorAll(".pile")).toHaveLength(8);
	expect(text()).toContain("1 av 2");
	const last = [...m.store.all("clusters").values()].sort((a, b) => b.order - a.order)[0];
	act(
		() =>
			void m.store.patched({
				t: "patch",
				from: 1,
				to: 2,
				set: { [`clusters/${last?.id}`]: { ...last, title: "Nytt navn" } },
			}),
	);
	expect(text()).toContain("Nytt navn");
	expect(text()).toContain("2 av 2");
	press("ArrowRight");
	expect(text()).toContain("1 av 2");
});

describe("the keys of this screen", () => {
	beforeEach(() => void show(onBoard(vestby({ kind: "stille" }))));

	test("B and . make it black, and again not", () => {
		press("b");
		expect(page.querySelector(".black")).not.toBeNull();
		press(".");
		expect(page.querySelector(".black")).toBeNull();
	});

	test("D turns it dark and light", () => {
		document.documentElement.dataset.colorScheme = "light";
		press("d");
		expect(document.documentElement.dataset.colorScheme).toBe("dark");
		press("d");
		expect(document.documentElement.dataset.colorScheme).toBe("light");
	});

	test("P stops what moves", () => {
		press("p");
		expect(page.querySelector(".board")?.hasAttribute("data-still")).toBe(true);
	});
});

test("a lost line is said calmly, and the picture stays", () => {
	show(onBoard(vestby({ kind: "runde" })), { link: { is: "offline" } });
	expect(text()).toContain("Uten nett");
	expect(text()).toContain("Rundt bordet");
});

test("the board sends nothing", () => {
	const m = show(onBoard(vestby({ kind: "avstemning" })));
	for (const key of [" ", "Enter", "ArrowRight", "PageDown", "d", "b", "p", "n"]) press(key);
	for (const b of page.querySelectorAll("button")) act(() => b.click());
	expect(m.sent).toEqual([]);
});

test("at zero the clock asks people to finish, and closes nothing", () => {
	const set = onBoard(vestby({ kind: "stille" }));
	set.timer = { ends: noon - 5000, left: 0, total: 360_000 };
	show(set);
	expect(text()).toContain("0:00");
	expect(text()).toContain("Skriv ferdig setningen");
	expect(text()).toContain("Skriv alene");
});

test("when the door is shut the board no longer says how to join", () => {
	const set = onBoard(vestby({ kind: "runde" }));
	(set.meeting as { locked: boolean }).locked = true;
	show(set);
	expect(text()).not.toContain("K7Q4-XP2M");
	expect(text()).toContain("ikke imot flere");
});

test("a result that is being told has the places from below, empty lines above, and no number beyond", () => {
	show(onBoard(vestby({ kind: "resultat", left: 6 })));
	expect([...page.querySelectorAll(".bars b")].map((b) => b.textContent)).toEqual(["8", "2"]);
	expect(page.querySelectorAll(".bars .untold")).toHaveLength(6);
	expect(text()).toContain("6 forslag igjen");
	expect(text()).not.toContain("34");
});

test("more proposals than a ballot holds are a number: as a list before the vote nobody could read them", () => {
	const set = vestby({ kind: "avstemning", vote: "none" });
	for (let n = 0; n < 6; n++)
		set[`clusters/c-x${n}`] = { ...(set["clusters/c-H"] as object), id: `c-x${n}`, n: 20 + n, order: 20 + n };
	show(onBoard(set));
	expect(page.querySelector("main ol.options")).toBeNull();
	expect(page.querySelector("main .big-line")?.textContent).toBe("14 forslag");
});

describe("what the leads put on the board", () => {
	const put = (wanted: Wanted, showing: { what: string; cluster: string }) =>
		show({ ...onBoard(vestby(wanted)), showing });

	test("one proposal with every idea it came from, as it was written", () => {
		put({ kind: "sammenslaing" }, { what: "cluster", cluster: "c-A" });
		expect(page.querySelector("h1")?.textContent).toBe("Egen koordinator for fritid");
		expect(page.querySelectorAll(".parents > li")).toHaveLength(6);
		expect(text()).toContain("Hva går tapt?");
	});

	test("the roads, and the same in a table with a row for each idea", () => {
		put({ kind: "resultat" }, { what: "flow", cluster: "" });
		expect(page.querySelector("h1")?.textContent).toBe("24 ideer → 8 forslag → 1 felles førstevalg");
		expect(page.querySelectorAll("tbody tr")).toHaveLength(24);
		expect(page.querySelectorAll(".ways path")).toHaveLength(24);
		expect(page.querySelector("figure")?.getAttribute("aria-hidden")).toBe("true");
	});

	test("before the count the roads hold no number", () => {
		put({ kind: "avstemning", vote: "none" }, { what: "flow", cluster: "" });
		expect(page.querySelectorAll(".to b")).toHaveLength(0);
	});

	test("and nothing of it after the end", () => {
		put({ kind: "ansvarlig", ended: true }, { what: "flow", cluster: "" });
		expect(page.querySelector(".ways")).toBeNull();
	});
});

test("a clicker's press that the panel answers with words shows a mark here, and none of the words", async () => {
	vi.stubGlobal("BroadcastChannel", Channel);
	show(onBoard(vestby({ kind: "velg_kort" })));
	const mark = () => page.querySelector(".panel-says[data-on]");
	const panel = new Channel("dugnad/canned/clicker");
	panel.postMessage({ from: "lead", what: "here" });
	press(" ");
	expect(panel.heard).toContainEqual({ from: "board", what: "next" });
	expect(mark()).toBeNull();
	act(() => panel.postMessage({ from: "lead", what: "says" }));
	expect(mark()?.textContent).toBe(nb["board.panel_says"]);
	act(() => panel.postMessage({ from: "lead", what: "said" }));
	expect(mark()).toBeNull();
	act(() => panel.postMessage({ from: "lead", what: "says" }));
	act(() => panel.postMessage({ from: "lead", what: "bye" }));
	expect(mark()).toBeNull();
	vi.unstubAllGlobals();
});

test("where the young ask others to answer, the board counts nobody who is missing among themselves", () => {
	const bare = (set: Pictures): Pictures =>
		Object.fromEntries(
			Object.entries(set).map(([k, v]) =>
				k.startsWith("measures/")
					? [k, { ...(v as object), responsible: "", first: "", due: "", followUp: false }]
					: [k, v],
			),
		);
	const youth = { led: true, leaders: 2, observers: 0, published: 0, here: 6, notes: 0 };
	const missing = (young: boolean) =>
		[false, true].map((ended) => {
			show({ ...bare(vestby({ kind: "ansvarlig", ended })), ...(young ? { youth } : {}) } as Pictures);
			expect(text().length).toBeGreaterThan(20);
			return text().includes(nb["board.nobody_yet"]) || text().includes("0 av 8 tiltak");
		});
	expect(missing(false)).toEqual([true, true]);
	expect(missing(true)).toEqual([false, false]);
	show({ ...bare(vestby({ kind: "ansvarlig" })), youth } as Pictures);
	expect(page.querySelectorAll("thead th").length).toBe(1); // no column stands empty
});

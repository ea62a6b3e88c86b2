import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { points } from "../phases/notes";
import { keepWritten } from "../phases/written";
import { canned, now } from "./canned";
import { forget } from "./forget";
import { button, landed, page, patch, press, show, text, thumb, wait, write } from "./stage";

const heading = () => page.querySelector("h1")?.textContent;
const has = (name: string) => [...page.querySelectorAll("button")].some((b) => b.textContent === name);
const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
const tap = (selector: string, n: number) => act(() => all(selector)[n]?.click());
/** pick is a finger on a radio: it is chosen, and says so. */
const pick = (selector: string, n: number) =>
	act(() => {
		const radio = all(selector)[n] as HTMLInputElement;
		radio.checked = true;
		radio.dispatchEvent(new Event("change", { bubbles: true }));
	});
const inDialog = (name: string) => {
	const found = all("dialog button").find((b) => b.textContent === name);
	if (!found) throw new Error(`no button ${name} in the dialog`);
	act(() => found.click());
};

test("the note-taker draws, may draw again, and settles on a card", () => {
	const m = show(canned.noCard);
	press(nb["p.card.draw"]);
	expect(m.sent).toEqual([{ do: "card.draw", with: {} }]);
	landed(m);
	patch(m, canned.card as Pictures);
	expect(text()).toContain("Hvem ringer jeg?");
	expect(text()).toContain("Finnes det ett navn, ett nummer?");
	press(nb["p.card.take"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "card.choose", with: { card: "K-01" } });
	expect(text()).toContain(nb["p.card.talk"]);
	expect(has(nb["p.card.again"])).toBe(false);
	press(nb["p.card.other"]);
	expect(has(nb["p.card.again"])).toBe(true);
});

test("whoever is not the note-taker sees the card and has nothing to press on it", () => {
	show(canned.seesCard);
	expect(text()).toContain("Hvem ringer jeg?");
	for (const no of ["p.card.take", "p.card.again", "p.card.draw"] as const) expect(has(nb[no])).toBe(false);
	act(() => render(null, page));
	show(canned.waitCard);
	expect(text()).toContain(nb["p.card.wait"]);
	expect(page.querySelector(".pick")).toBeNull();
});

test("a table may take a certain card or the joker, sees who has what, and is never offered a blue one", () => {
	const m = show(canned.noCard);
	expect(all(".pick b").map((b) => b.textContent)).toEqual(
		expect.arrayContaining(["Hvem ringer jeg?", "Det som samler støv", "Vårt eget tema"]),
	);
	expect(text()).not.toContain("Dette virker her");
	expect(all(".pick").find((b) => b.textContent?.includes("støv"))?.textContent).toContain("Gruppe 2 har dette kortet");
	act(() =>
		all(".pick")
			.find((b) => b.textContent?.includes("Vårt eget tema"))
			?.click(),
	);
	expect(m.sent).toEqual([{ do: "card.choose", with: { card: "K-J" } }]);
});

test("a new measure is what, who and when, and becomes a point with a plan", () => {
	const m = show(canned.tiltak);
	press(nb["p.plan_in.new"]);
	write("#plan-what", "Låne ut sykler");
	write("#plan-who", "Sykkelklubben");
	write("#plan-due", "2026-12-01");
	inDialog(nb["common.save"]);
	const [post, plan] = m.outbox.waiting.value;
	expect(post).toMatchObject({ do: "idea.post", with: { text: "Låne ut sykler", table: true } });
	const id = points(m).at(-1)?.id;
	expect(plan).toMatchObject({ do: "idea.plan", with: { id, who: "Sykkelklubben", due: "2026-12-01" } });
	expect(plan?.with).not.toHaveProperty("first");
	expect(text()).toContain("Sykkelklubben");
	expect(text()).toContain("Innen 1. desember");
	expect(text()).toContain(nb["p.note.saved"]);
});

test("a measure without what is not sent; what was half-written is there when the dialog opens again", () => {
	const m = show(canned.tiltak);
	press(nb["p.plan_in.new"]);
	write("#plan-who", "FAU");
	inDialog(nb["common.save"]);
	expect(m.sent).toEqual([]);
	expect(page.querySelector("#plan-wrong")?.textContent).toBe(nb["p.plan_in.missing"]);
	patch(m, canned.pause as Pictures);
	patch(m, canned.tiltak as Pictures);
	press(nb["p.plan_in.new"]);
	expect((page.querySelector("#plan-who") as HTMLInputElement).value).toBe("FAU");
});

test("three measures are advice, not a limit", () => {
	const m = show(canned.tiltak);
	expect(text()).toContain("Dere har 4. Velg helst de tre");
	act(() =>
		all("button")
			.find((b) => b.textContent === nb["p.table.aside"])
			?.click(),
	);
	expect(text()).not.toContain("Velg helst de tre");
	landed(m);
	expect(has("Send 3 til plenum")).toBe(true);
});

test("a plan the meeting did not take stays, and can be tried again", () => {
	const m = show(canned.tiltak);
	const id = m.send("idea.plan", { id: "t2", who: "Biblioteket" });
	act(() => m.outbox.refused(id, "closed"));
	expect(text()).toContain("Biblioteket");
	press(nb["p.unsent.again"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "idea.plan", with: { id: "t2", who: "Biblioteket" } });
});

test("when it is our turn the phone is a cue card, with the tables that have the same", () => {
	show(canned.ourTurn);
	expect(heading()).toBe(nb["p.plenum.ours"]);
	expect(text()).toContain("Én fast person som skole og lag kan ringe");
	expect(all(".cue li")[0]?.textContent).toContain("Gruppe 2");
	expect(all(".cue li")[0]?.textContent).toContain("Gruppe 3");
	expect(text()).not.toContain("Skyss til trening");
	expect(has(nb["p.same"])).toBe(false);
});

test("samme hos oss asks which of ours, is shown at once, and is taken back by the same button", () => {
	const m = show(canned.theirTurn);
	expect(heading()).toBe("Gruppe 2 forteller");
	expect(text()).toContain(nb["p.plenum.next"]);
	const marks = () => all("main .slip button");
	expect(marks().map((b) => b.getAttribute("aria-pressed"))).toEqual(["true", "false"]);
	act(() => marks()[1]?.click());
	expect(text()).toContain(nb["p.same.which"]);
	inDialog("Felles oversikt over fritidstilbud med pris");
	expect(m.sent).toEqual([{ do: "idea.same", with: { idea: "s4", ours: "s2" } }]);
	expect(marks()[1]?.getAttribute("aria-pressed")).toBe("true");
	landed(m);
	act(() => marks()[0]?.click());
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ with: { idea: "s3", ours: "s1", off: true } });
	expect(marks()[0]?.getAttribute("aria-pressed")).toBe("false");
});

test("a table that has not sent can still do so while others tell", () => {
	show(canned.lateTurn);
	expect(text()).toContain(nb["p.table.unsent"]);
	expect(has("Send 3 til plenum")).toBe(true);
});

test("dots may be stacked, keep to their budget and are taken back one by one", () => {
	const m = show(canned.dots);
	const more = (n: number) => tap('[aria-label^="Gi et poeng"]', n);
	for (const n of [0, 0, 0, 2, 2, 5]) more(n);
	expect(text()).toContain("6 av 6 poeng brukt");
	more(7);
	expect(text()).toContain(nb["p.vote.spent_dots"]);
	tap('[aria-label^="Ta tilbake"]', 0);
	expect(m.outbox.waiting.value.at(-1)?.with).toEqual({ vote: "v1", choice: ["c0", "c0", "c2", "c2", "c5"] });
});

test("scores and answers are one word for each option, and the last one counts", () => {
	const m = show(canned.score);
	expect(all(".option")[0]?.querySelectorAll("input")).toHaveLength(6);
	pick(".option:nth-of-type(1) input", 4);
	pick(".option:nth-of-type(2) input", 0);
	pick(".option:nth-of-type(1) input", 2);
	expect(m.outbox.waiting.value.at(-1)?.with).toEqual({ vote: "v1", choice: ["c1=0", "c0=2"] });
	expect(text()).toContain("2 av 8 forslag besvart");
	act(() => render(null, page));
	localStorage.clear();
	const n = show(canned.yesno);
	pick(".option:nth-of-type(3) input", 2);
	expect(n.outbox.waiting.value.at(-1)?.with).toMatchObject({ choice: expect.arrayContaining(["c2=avstar"]) });
});

test("a ranking is the order of the taps, and can be moved without dragging", () => {
	const m = show(canned.rank);
	for (const n of [5, 0, 2]) tap(".ballot input", n);
	expect(m.outbox.waiting.value.at(-1)?.with).toEqual({ vote: "v1", choice: ["c5", "c0", "c2"] });
	tap(".ballot input", 7);
	expect(text()).toContain(nb["p.vote.spent_rank"]);
	press("Flytt opp: Samlet digital plattform");
	expect(m.outbox.waiting.value.at(-1)?.with).toEqual({ vote: "v1", choice: ["c5", "c2", "c0"] });
	expect(all(".ranked")[2]?.textContent).toContain("Nummer 2");
	tap(".ballot input", 5);
	expect(m.outbox.waiting.value.at(-1)?.with).toEqual({ vote: "v1", choice: ["c2", "c0"] });
});

// A title is cut to what fits a ballot; nobody should vote on what they cannot read to the end.
test.each(["approve", "dots", "score", "yesno", "rank"])(
	"a cut proposal can be read whole without voting (%s)",
	(method) => {
		const whole = "Gratis ferieaktiviteter laget med unge, for dem som ikke reiser bort, med skyss fra bygda";
		const cut = "Gratis ferieaktiviteter laget med unge, for dem som ikke …";
		const vote = (canned.avstemning as Pictures)["votes/v1"] as { options: { id: string }[] };
		const m = show({
			...canned.avstemning,
			"votes/v1": { ...vote, method, options: vote.options.map((o) => (o.id === "c6" ? { ...o, title: cut } : o)) },
			"ideas/p6": { ...((canned.avstemning as Pictures)["ideas/p6"] as object), text: whole },
		});
		expect(all(".ballot details")).toHaveLength(1);
		const more = all(".ballot details")[0];
		expect(more?.querySelector("summary")?.textContent).toBe("Les hele forslag 7");
		expect(more?.textContent).toContain(whole);
		expect(more?.closest("label")).toBeNull();
		tap(".ballot summary", 0);
		expect(m.sent).toEqual([]);
		expect(all(".ballot input:checked")).toHaveLength(0);
	},
);

test("the numbers of the ballot stand in the result too", () => {
	show(canned.tied);
	expect(all(".bars .n").map((n) => n.textContent)).toEqual(
		(canned.tied as unknown as Record<string, { rows: { n: number }[] }>)["results/v1"]?.rows.map((r) => String(r.n)),
	);
});

test("a vote that was called off says that nothing is counted", () => {
	show(canned.cancelled);
	expect(heading()).toBe(nb["p.vote.cancelled"]);
	expect(page.querySelector(".ballot")).toBeNull();
});

test("ties are said, and noes, and what one answered oneself", () => {
	const m = show(canned.yesno);
	pick(".option:nth-of-type(2) input", 1);
	landed(m);
	patch(m, canned.tied as Pictures);
	const rows = all(".bars li").map((li) => li.textContent ?? "");
	expect(rows.filter((r) => r.includes("Delt 2. plass"))).toHaveLength(2);
	expect(rows[0]).toContain("1 nei");
	expect(rows.filter((r) => r.includes(nb["p.result.mine_no"])).map((r) => r.includes("Aktivitetsoversikt"))).toEqual([
		true,
	]);
});

test("closed in the hall is said, and a preliminary result says that it is", () => {
	const m = show(canned.avstemning);
	const vote = (canned.avstemning as Pictures)["votes/v1"] as object;
	patch(m, { "votes/v1": { ...vote, status: "hall" }, "turnout/v1": { vote: "v1", cast: 31, of: 39, out: 2 } });
	expect(heading()).toBe(nb["p.vote.hall"]);
	expect(text()).toContain("2 papirsedler blir lagt inn nå.");
	patch(m, { step: { ...((canned.tied as Pictures).step as object) } });
	expect(heading()).toBe(nb["p.result.waits"]);
	patch(m, { "results/v1": { ...((canned.tied as Pictures)["results/v1"] as object), early: true, ballots: 26 } });
	expect(heading()).toBe(nb["p.result.early"]);
	expect(text()).toContain("26 sedler er talt. Resten venter sammen med papiret.");
});

test("a vote that closes by itself says so, and the last seconds calmly", () => {
	const m = show(canned.avstemning);
	const vote = (canned.avstemning as Pictures)["votes/v1"] as object;
	expect(text()).not.toContain(nb["p.vote.closes_self"]);
	patch(m, { "votes/v1": { ...vote, grace: 10 }, timer: { ends: now + 30_000, left: 0, total: 60_000 } });
	expect(text()).toContain(nb["p.vote.closes_self"]);
	patch(m, { timer: { ends: now - 1000, left: 0, total: 60_000 } });
	expect(page.querySelector("[data-last]")?.textContent).toContain(nb["p.vote.last"]);
	tap(".ballot input", 0);
	expect(m.sent).toHaveLength(1);
});

test("a scored result says how many gave what, in words too", () => {
	const set = canned.tied as Pictures;
	const result = set["results/v1"] as { rows: object[] };
	show({
		...set,
		"results/v1": {
			...result,
			method: "score",
			k: 5,
			rows: result.rows.map((r) => ({ ...r, spread: [4, 0, 0, 0, 0, 3] })),
		},
	});
	expect(all(".bars .notes")[0]?.textContent).toContain("3 ga 5 · 4 ga 0");
	expect(all(".bars li")[0]?.querySelectorAll(".pieces i")).toHaveLength(2);
});

test("the note-taker brings along those without a phone; a place the meeting did not take is forgotten", () => {
	const m = show(canned.bliKjent);
	press(nb["p.place.add"]);
	expect(m.sent).toEqual([]);
	inDialog(nb["p.place.sure"]);
	expect(m.sent).toMatchObject([{ do: "place.add", with: { group: 1 } }]);
	expect(text()).toContain("Én plass uten telefon er med.");
	landed(m, "full");
	expect(text()).not.toContain("Én plass uten telefon");
	expect(text()).toContain(nb["refused.full"]);
});

test("nobody but the note-taker is asked for places or slips", () => {
	show(canned.avstemning);
	expect(has(nb["p.place.add"])).toBe(false);
	expect(has(nb["p.slip.lend"])).toBe(false);
});

test("slips are typed one at a time, and nothing of one is left for the next", () => {
	const m = show(canned.scribeVotes);
	for (let n = 0; n < 2; n++) {
		press(nb["p.place.add"]);
		inDialog(nb["p.place.sure"]);
		landed(m);
	}
	tap(".ballot input", 4);
	landed(m);
	press(nb["p.slip.lend"]);
	expect(heading()).toBe(nb["p.slip.title"]);
	expect(text()).not.toContain("Egen koordinator");
	act(() =>
		all("main button")
			.find((b) => b.textContent === nb["p.slip.start"])
			?.click(),
	);
	expect(all(".ballot input:checked")).toHaveLength(0);
	press(nb["p.slip.done"]);
	expect(text()).toContain(nb["p.slip.empty"]);
	tap(".ballot input", 0);
	tap(".ballot input", 1);
	expect(m.outbox.waiting.value).toEqual([]);
	press(nb["p.slip.done"]);
	const slip = m.outbox.waiting.value.at(-1);
	expect(slip).toMatchObject({ do: "slip.type", with: { vote: "v1", choice: ["c0", "c1"] } });
	expect(heading()).toBe(nb["p.slip.pass"]);
	expect(text()).not.toContain("Egen koordinator");
	expect(text()).toContain(nb["p.note.saved"]);
	landed(m);
	expect(text()).toContain("1 av 2 sedler skrevet inn");
	expect(JSON.stringify({ ...localStorage })).not.toContain("c0");
	act(() =>
		all("main button")
			.find((b) => b.textContent === nb["p.slip.start"])
			?.click(),
	);
	expect(all(".ballot input:checked")).toHaveLength(0);
	press(nb["p.slip.skip"]);
	expect(m.outbox.waiting.value).toEqual([]);
	press(nb["p.slip.own"]);
	expect(all(".ballot input:checked")).toHaveLength(1);
});

test("the second of two taps on the way in or out of a lent slip is nobody's", () => {
	const m = show(canned.scribeVotes);
	press(nb["p.place.add"]);
	inDialog(nb["p.place.sure"]);
	landed(m);
	press(nb["p.slip.lend"]);
	wait();
	thumb(() => button(nb["p.slip.start"]));
	thumb(() => all(".ballot input")[0] as HTMLElement);
	expect(all(".ballot input:checked")).toHaveLength(0);
	tap(".ballot input", 0);
	wait();
	thumb(() => button(nb["p.slip.done"]));
	thumb(() => button(nb["p.slip.again"]));
	expect(heading()).toBe(nb["p.slip.all"]);
	expect(m.outbox.waiting.value).toHaveLength(1);
});

test("a lent slip that the vote was ended over is said not to count", () => {
	const m = show(canned.scribeVotes);
	press(nb["p.place.add"]);
	inDialog(nb["p.place.sure"]);
	landed(m);
	press(nb["p.slip.lend"]);
	press(nb["p.slip.start"]);
	tap(".ballot input", 0);
	patch(m, { "votes/v1": { ...canned.scribeVotes["votes/v1"], status: "closed" } });
	expect(text()).toContain(nb["p.slip.lost"]);
});

test("a slip that was refused is not counted as typed", () => {
	const m = show(canned.scribeVotes);
	press(nb["p.place.add"]);
	inDialog(nb["p.place.sure"]);
	landed(m);
	press(nb["p.slip.lend"]);
	press(nb["p.slip.start"]);
	tap(".ballot input", 0);
	press(nb["p.slip.done"]);
	landed(m, "invalid");
	expect(text()).toContain("0 av 1 sedler skrevet inn");
	expect(text()).toContain(nb["refused.invalid"]);
});

test("the three questions need no answer, but an empty answer is not sent", () => {
	const m = show(canned.avrunding);
	press(nb["p.bye.send"]);
	expect(m.sent).toEqual([]);
	expect(page.querySelector("#bye-wrong")?.textContent).toBe(nb["p.bye.empty"]);
	pick("input[name=call]", 1);
	press(nb["p.bye.send"]);
	expect(m.sent).toEqual([{ do: "goodbye.say", with: { useful: 0, call: "nei", change: "" } }]);
	landed(m);
	patch(m, { "me/s1": { ...((canned.avrunding as Pictures)["me/s1"] as object), said: true } });
	expect(text()).toContain(nb["p.bye.thanks"]);
	expect(has(nb["p.bye.again"])).toBe(true);
});

test("after the end the questions are still open, with what was half-written", () => {
	const m = show(canned.avrunding);
	write("#change", "Kortere innledning");
	patch(m, canned.thanks as Pictures);
	expect(heading()).toBe(nb["p.thanks.title"]);
	expect((page.querySelector("#change") as HTMLTextAreaElement).value).toBe("Kortere innledning");
	press(nb["p.bye.send"]);
	expect(m.sent).toMatchObject([{ do: "goodbye.say", with: { change: "Kortere innledning" } }]);
});

test("where one's own ideas went is told at the end, and remembered on this phone only when asked", () => {
	const id = "p0";
	keepWritten("canned", id);
	const m = show({ ...canned.resultat, ...canned.thanks } as Pictures);
	const own = page.querySelector("[aria-labelledby=own]") as HTMLElement;
	const said = m.store.get("ideas", id)?.text as string;
	expect(own.textContent).toContain(said);
	expect(page.querySelector("footer a")?.getAttribute("href")).toBe("/svar/canned");
	expect(page.querySelector("footer")?.textContent).not.toContain(nb["p.thanks.forget"]);
	expect(has(nb["p.thanks.forget"])).toBe(true);
	expect(localStorage.getItem("mine:canned")).toBeNull();
	press(nb["p.own.keep"]);
	expect(own.textContent).toContain(nb["p.own.kept"]);
	expect(JSON.parse(localStorage.getItem("mine:canned") ?? "")).toEqual([{ id, text: said }]);
	expect(m.sent).toEqual([]);
	forget("canned");
	expect(localStorage.getItem("mine:canned")).toBeNull();
});

test("a measure keeps what every table wrote of it", () => {
	show(canned.ansvarlig);
	const drafts = all("details").find((d) => d.textContent?.includes("Dette skrev 2 bord"));
	for (const said of ["Gruppe 1", "Kultur og oppvekst", "Gruppe 3", "Frivilligsentralen", "Spørre lagene"]) {
		expect(drafts?.textContent).toContain(said);
	}
});

test("listening steps say that the phone is not needed, and a break says when it is over", () => {
	show(canned.info);
	expect(text()).toContain(nb["p.merge.away"]);
	expect(text()).toContain("Ledelsen i kommunen");
	act(() => render(null, page));
	show(canned.pause);
	expect(text()).toContain("Vi begynner igjen kl. 18.33.");
	expect(text()).toContain("Etter pausen: Deling i plenum");
});

test("a table without a note-taker is asked for one", () => {
	const m = show({
		...canned.par,
		step: canned.bliKjent.step,
		"groups/1": { n: 1, size: 6, scribe: false, sent: false, card: "" },
	});
	expect(heading()).toBe("Du sitter i gruppe 1");
	act(() => button(nb["p.scribe.can"]).click());
	expect(m.sent).toEqual([{ do: "seat.scribe", with: { on: true } }]);
});

test("whoever wrote for the table is told that another has taken over, and takes it back with one press", () => {
	const m = show(canned.scribe);
	patch(m, { "me/s1": { ...canned.scribe["me/s1"], scribe: false } });
	expect(text()).toContain(nb["p.scribe.taken"]);
	press(nb["p.scribe.back"]);
	expect(m.sent).toEqual([{ do: "seat.scribe", with: { on: true, over: true } }]);
	patch(m, { "me/s1": canned.scribe["me/s1"] });
	press(nb["p.scribe.stop"]);
	patch(m, { "me/s1": { ...canned.scribe["me/s1"], scribe: false } });
	expect(text()).not.toContain(nb["p.scribe.taken"]);
});

test("the second of two taps on the pen does not give it back", () => {
	const m = show({ ...canned.lobby, "groups/1": { n: 1, size: 6, scribe: false, sent: false, card: "" } });
	const me = { ...canned.scribe["me/s1"], scribe: false };
	patch(m, { "me/s1": me });
	wait();
	thumb(() => button(nb["p.scribe.can"]));
	landed(m);
	patch(m, { "me/s1": { ...me, scribe: true } });
	thumb(() => button(nb["p.scribe.stop"]));
	expect(m.outbox.waiting.value).toEqual([]);
	wait();
	thumb(() => button(nb["p.scribe.stop"]));
	expect(m.outbox.waiting.value).toMatchObject([{ do: "seat.scribe", with: { on: false } }]);
});

test("a table that came to no card before the meeting went on draws one where it writes about it", () => {
	const late = { step: { ...canned.stille.step, draws: true } };
	const m = show({ ...canned.stille, ...late });
	expect(text()).toContain(nb["p.card.wait"]);
	patch(m, { "me/s1": { ...canned.scribe["me/s1"] } });
	press(nb["p.card.draw"]);
	expect(m.sent).toEqual([{ do: "card.draw", with: {} }]);
	patch(m, { step: canned.stille.step });
	expect(text()).not.toContain(nb["p.card.draw"]);
});

test("what one can help with hangs on everybody's wall, and comes down again by whoever hung it up", () => {
	const m = show({
		...canned.bliKjent,
		"posters/o1": { id: "o1", sort: "need", from: "Biblioteket", text: "Noen som kan tolke", held: false, order: 5 },
	} as Pictures);
	expect(page.querySelector("[aria-labelledby=wall-need]")?.textContent).toContain("Biblioteket");
	press(nb["p.wall.can"]);
	inDialog(nb["p.wall.hang"]);
	expect(page.querySelector("#poster-wrong")?.textContent).toBe(nb["p.wall.empty"]);
	write("#poster", "Låne ut sykler");
	write("#from", "Idrettslaget");
	inDialog(nb["p.wall.hang"]);
	expect(m.sent).toMatchObject([
		{ do: "poster.hang", with: { sort: "can", text: "Låne ut sykler", from: "Idrettslaget" } },
	]);
	landed(m);
	expect(has(nb["p.wall.take"])).toBe(false);
	patch(m, { "me/s1": { ...((canned.bliKjent as Pictures)["me/s1"] as object), posters: ["o1"] } });
	act(() =>
		all("button")
			.find((b) => b.textContent?.startsWith(nb["p.wall.take"]))
			?.click(),
	);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "poster.take", with: { id: "o1" } });
});

test("into the contact book takes two acts and a way to be reached, out of it one", () => {
	const m = show(canned.bliKjent);
	press(nb["p.book.join"]);
	write("#book-who", "Leder i idrettslaget");
	inDialog(nb["p.book.save"]);
	expect(page.querySelector("#book-wrong")?.textContent).toBe(nb["p.book.how_missing"]);
	expect(m.sent).toEqual([]);
	write("#book-phone", "900 00 000");
	inDialog(nb["p.book.save"]);
	expect(m.sent).toEqual([
		{ do: "book.join", with: { who: "Leder i idrettslaget", org: "", phone: "900 00 000", mail: "" } },
	]);
	landed(m);
	patch(m, {
		book: { n: 1, gone: false },
		"me/s1": { ...((canned.bliKjent as Pictures)["me/s1"] as object), book: true },
	});
	expect(page.querySelector("a[href='/kontaktbok/canned']")?.textContent).toContain("(1)");
	press(nb["p.book.leave"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "book.leave", with: {} });
});

test("a mood that asks one thing asks it once", () => {
	const of = (canned.stemning as Pictures)["moods/stemning"] as { asks: string[] };
	const asks = "Hvordan er det å bo her?";
	const step = { ...canned.stemning.step, id: "stemning" };
	show({ ...canned.stemning, step, "moods/stemning": { ...of, asks: [asks] } } as Pictures);
	expect(all(".strip").length).toBe(0);
	expect(all(".ballot .option").map((o) => o.textContent)).toEqual([expect.stringContaining(asks)]);
});

test("after the end the notes that were not shared are told of, and everything about oneself can still be deleted", () => {
	const m = show({ ...canned.thanks, "ideas/n1": (canned.stille as Pictures)["ideas/n1"] } as Pictures);
	expect(text()).toContain("Én lapp delte du ikke.");
	press(nb["p.forget_me.title"]);
	act(() => all("dialog .dialog-foot button")[0]?.click());
	expect(m.sent).toMatchObject([{ do: "seat.forget" }]);
});

test("what was written to an earlier question lies under that question, and goes to everybody only if the table wants it to", () => {
	const m = show({
		...canned.earlier,
		"ideas/e3": { ...((canned.earlier as Pictures)["ideas/e3"] as object), lang: "und", unread: true } as never,
	});
	const old = [...page.querySelectorAll("[aria-labelledby=table-list] details")];
	expect(old.map((d) => d.querySelector("summary")?.textContent)).toEqual([
		"Fra et tidligere spørsmål (2)Hva gjør vi i dag som får barn med?",
		"Fra et tidligere spørsmål (1)Hvilke barn når vi ikke i dag?",
	]);
	expect(old[0]?.textContent).toContain("Åpen hall hver fredag");
	expect(page.querySelector("[aria-labelledby=table-list] > ul")?.textContent).not.toContain("Åpen hall");
	press("Send 6 til plenum");
	expect(page.querySelector("dialog")?.textContent).toContain("2 punkter er fra et tidligere spørsmål.");
	press("Send bare de nye (4)");
	expect(m.outbox.waiting.value.map((c) => [c.do, (c.with as { id?: string }).id])).toEqual([
		["idea.aside", "e1"],
		["idea.aside", "e2"],
		// What nobody has said the meaning of goes along: it is not laid aside unread.
		["group.send", undefined],
	]);
});

test("whoever asks for it all sends it all", () => {
	const m = show(canned.earlier);
	press("Send 6 til plenum");
	act(() =>
		[...page.querySelectorAll<HTMLButtonElement>("dialog button")]
			.find((b) => b.textContent === "Send 6 til plenum")
			?.click(),
	);
	expect(m.outbox.waiting.value.map((c) => c.do)).toEqual(["group.send"]);
});

test("one's own notes to an earlier question lie under it too", () => {
	show({
		...canned.stille,
		"ideas/n1": { ...((canned.stille as Pictures)["ideas/n1"] as object), step: "virker" } as never,
		step: { ...(canned.stille.step as object), earlier: [{ asks: "Hva virker?", steps: ["virker"] }] } as never,
	});
	expect(page.querySelector("[aria-labelledby=my-notes] details")?.textContent).toContain("Én fast person");
	expect(page.querySelector("[aria-labelledby=my-notes] > ul")?.textContent).not.toContain("Én fast person");
});

test("nobody takes the pen of somebody who writes by a slip of the thumb: they are asked, and the second of two taps is no answer", () => {
	const m = show(canned.runde);
	press(nb["p.scribe.take"]);
	expect(m.sent).toEqual([{ do: "seat.scribe", with: { on: true } }]);
	landed(m, "taken");
	const dialog = () => page.querySelector("dialog");
	expect(dialog()?.textContent).toContain(nb["p.scribe.sure"]);
	expect(page.querySelector(".toast")).toBeNull(); // it is not said as a mistake
	const over = (after: number) => {
		const now = vi.spyOn(performance, "now").mockReturnValue(performance.now() + after);
		const take = [...(dialog()?.querySelectorAll("button") ?? [])].find((b) => b.textContent === nb["p.scribe.take"]);
		act(() => take?.click());
		now.mockRestore();
	};
	over(100);
	expect(m.outbox.waiting.value).toEqual([]);
	over(1000);
	expect(m.outbox.waiting.value.map((c) => c.with)).toEqual([{ on: true, over: true }]);
	expect(dialog()).toBeNull();
});

test("whoever thinks better of it leaves the pen where it is; in the lobby it is not offered at all", () => {
	const m = show(canned.runde);
	press(nb["p.scribe.take"]);
	landed(m, "taken");
	press(nb["common.cancel"]);
	expect(page.querySelector("dialog")).toBeNull();
	expect(m.outbox.waiting.value).toEqual([]);
	patch(m, { step: canned.lobby.step });
	expect(text()).not.toContain(nb["p.scribe.can"]);
	expect(text()).not.toContain(nb["p.scribe.take"]);
});

import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { canned } from "./canned";
import { button, landed, page, patch, press, show, text, thumb, wait, write } from "./stage";
import { say } from "./voice";

/** One phone for the table: six people, one of whom holds it. */

const all = (selector: string) => [...page.querySelectorAll<HTMLElement>(selector)];
const heading = () => page.querySelector("h1")?.textContent;
const has = (name: string) => all("button").some((b) => b.textContent === name);
const tap = (n: number) => act(() => (all(".ballot input")[n] as HTMLInputElement).click());
const six = (pictures: Pictures, slips: string[] = [], heads = 6): Pictures => ({
	...pictures,
	"me/s1": {
		...(pictures["me/s1"] as object),
		scribe: true,
		heads,
		slips: slips.length ? [{ vote: "v1", numbers: slips }] : [],
	} as never,
	"groups/1": { n: 1, size: 6, scribe: true, sent: false, card: "", away: false, shared: true } as never,
});
const number = () => /seddel (\d\d)/i.exec(text())?.[1];

test("how many share the phone is asked where people sit down, and said in two taps", () => {
	const m = show(canned.bliKjent);
	press(nb["p.one.go"]);
	expect(all(".heads button").map((b) => b.textContent)).toEqual(["2", "3", "4", "5", "6", "7", "8"]);
	act(() => all(".heads button")[4]?.click());
	expect(m.sent).toMatchObject([{ do: "seat.heads", with: { n: 6 } }]);
	expect(text()).toContain("Dere er 6 om denne telefonen.");
	expect(has(nb["p.place.add"])).toBe(false);
	press(nb["p.one.change"]);
	press(nb["p.one.alone"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "seat.heads", with: { n: 1 } });
});

test("what is said to whoever owns the phone waits until the slip is done, and lies over no ballot", () => {
	show(six(canned.scribeVotes));
	press(nb["p.slip.start"]);
	act(() => say(nb["p.scribe.taken"]));
	expect(page.querySelector(".toast")).toBeNull();
	press(nb["p.slip.skip"]);
	expect(page.querySelector(".toast")?.textContent).toContain(nb["p.scribe.taken"]);
});

test("each of the six gets a slip, and between two slips there is nothing of anybody", () => {
	const m = show(six(canned.scribeVotes));
	expect(heading()).toBe(nb["p.slip.title"]);
	expect(text()).toContain("0 av 6 har stemt");
	expect(text()).not.toContain("Egen koordinator");
	press(nb["p.slip.start"]);
	const mine = number();
	tap(0);
	tap(1);
	expect(m.sent).toEqual([]);
	press(nb["p.slip.done"]);
	expect(m.sent).toMatchObject([{ do: "ballot.cast", with: { vote: "v1", choice: ["c0", "c1"], slip: mine } }]);
	expect(m.sent[0]?.with).not.toHaveProperty("again");
	expect(heading()).toBe(nb["p.slip.pass"]);
	expect(text()).toContain("1 av 6 har stemt");
	expect(page.innerHTML).not.toContain("Egen koordinator");
	expect(text()).not.toContain(mine);
	expect(text()).not.toContain("stemmer brukt");
	landed(m);
	expect(JSON.stringify({ ...localStorage })).not.toContain("c0");
	patch(m, six(canned.scribeVotes, [mine as string]));
	press(nb["p.slip.start"]);
	expect(all(".ballot input:checked")).toHaveLength(0);
	expect(number()).not.toBe(mine);
});

test("the second of two taps on done is not the next person's start, nor a mark on their slip", () => {
	const m = show(six(canned.scribeVotes));
	thumb(() => button(nb["p.slip.start"]));
	thumb(() => all(".ballot input")[0] as HTMLElement);
	expect(all(".ballot input:checked")).toHaveLength(0);
	wait();
	thumb(() => all(".ballot input")[0] as HTMLElement);
	expect(all(".ballot input:checked")).toHaveLength(1);
	wait();
	thumb(() => button(nb["p.slip.done"]));
	thumb(() => button(nb["p.slip.start"]));
	expect(heading()).toBe(nb["p.slip.pass"]);
	expect(m.sent).toHaveLength(1);
	wait();
	thumb(() => button(nb["p.slip.start"]));
	expect(all(".ballot")).toHaveLength(1);
});

test("who stands over has not voted, and an empty slip is no way of doing it", () => {
	const m = show(six(canned.scribeVotes, ["11", "12", "13", "14"]));
	press(nb["p.slip.start"]);
	press(nb["p.slip.done"]);
	expect(text()).toContain(nb["p.slip.empty"]);
	press(nb["p.slip.skip"]);
	expect(m.sent).toEqual([]);
	expect(text()).toContain("4 av 6 har stemt");
	expect(text()).toContain("Én står over.");
	expect(heading()).toBe(nb["p.slip.pass"]);
	press(nb["p.slip.start"]);
	tap(2);
	press(nb["p.slip.done"]);
	expect(heading()).toBe(nb["p.one.everybody"]);
	expect(text()).toContain("5 av 6 har stemt");
});

test("a slip is changed by its number, begins empty, and no other number opens one", () => {
	const m = show(six(canned.scribeVotes, ["47", "52"]));
	press(nb["p.one.change_slip"]);
	write("#slip-number", "48");
	expect(text()).toContain(nb["p.one.unknown"]);
	expect(all(".ballot")).toHaveLength(0);
	write("#slip-number", "47");
	expect(all(".ballot input:checked")).toHaveLength(0);
	press(nb["common.cancel"]);
	expect(m.sent).toEqual([]);
	expect(text()).toContain("2 av 6 har stemt");
	expect(text()).not.toContain(nb["p.one.over"].slice(0, 4));
	press(nb["p.one.change_slip"]);
	write("#slip-number", "47");
	tap(3);
	press(nb["p.slip.done"]);
	expect(m.sent).toMatchObject([{ do: "ballot.cast", with: { choice: ["c3"], slip: "47", again: true } }]);
	expect(text()).toContain("2 av 6 har stemt");
});

test("a phone that sleeps in the middle of a slip wakes with none", () => {
	const m = show(six(canned.scribeVotes));
	press(nb["p.slip.start"]);
	tap(0);
	const visible = Object.getOwnPropertyDescriptor(Document.prototype, "visibilityState") as PropertyDescriptor;
	Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
	act(() => void document.dispatchEvent(new Event("visibilitychange")));
	Object.defineProperty(document, "visibilityState", { ...visible, configurable: true });
	expect(all(".ballot")).toHaveLength(0);
	expect(text()).toContain("0 av 6 har stemt");
	expect(m.sent).toEqual([]);
});

test("a slip that the vote was ended over is said not to count, one that was handed in or passed over is not", () => {
	const ends = (m: ReturnType<typeof show>, status = "closed", id = "v1") =>
		patch(m, { [`votes/${id}`]: { ...(canned.scribeVotes["votes/v1"] as object), id, status } } as Pictures);
	const m = show(six(canned.scribeVotes));
	for (const out of ["p.slip.done", "p.slip.skip"] as const) {
		press(nb["p.slip.start"]);
		tap(0);
		press(nb[out]);
	}
	ends(m);
	expect(heading()).toBe(nb["p.vote.closed"]);
	expect(text()).not.toContain(nb["p.slip.lost"]);
	ends(m, "open");
	press(nb["p.slip.start"]);
	ends(m);
	expect(text()).not.toContain(nb["p.slip.lost"]);
	ends(m, "open");
	press(nb["p.slip.start"]);
	tap(0);
	ends(m);
	expect(text()).toContain(nb["p.slip.lost"]);
	patch(m, { step: canned.resultat.step });
	expect(text()).toContain(nb["p.slip.lost"]);
	ends(m, "closed", "v2"); // another vote
	expect(text()).not.toContain(nb["p.slip.lost"]);
	// Whoever comes to this phone after them is somebody else.
	show({
		...six(canned.scribeVotes),
		"votes/v1": { ...(canned.scribeVotes["votes/v1"] as object), status: "closed" } as never,
	});
	expect(text()).not.toContain(nb["p.slip.lost"]);
});

test("when all six have voted nobody is offered a seventh slip", () => {
	show(six(canned.scribeVotes, ["11", "12", "13", "14", "15", "16"]));
	expect(heading()).toBe(nb["p.one.everybody"]);
	expect(has(nb["p.slip.start"])).toBe(false);
	expect(has(nb["p.one.change_slip"])).toBe(true);
});

test("what the owner of the phone wrote and chose is not for those it is passed to", () => {
	show(six(canned.stille));
	expect(heading()).toBe("Skriv alene");
	expect(text()).toContain(nb["p.one.paper"]);
	expect(text()).not.toContain("skolen kan ringe");
	press("Lappene til den som eier telefonen (2)");
	expect(text()).toContain("skolen kan ringe");
});

test("around the table each reads from paper, and a point a line is written without asking anything", () => {
	const m = show(six(canned.runde));
	expect(text()).toContain(nb["p.one.round"]);
	for (const point of ["Buss", "Utstyr"]) {
		write(".add input", point);
		act(() => void page.querySelector(".add")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
		expect((page.querySelector(".add input") as HTMLInputElement).value).toBe("");
		expect(page.querySelector("dialog")).toBeNull();
	}
	const written = [...m.sent, ...m.outbox.waiting.value].filter((c) => c.do === "idea.post").map((c) => c.with);
	expect(written).toContainEqual(expect.objectContaining({ text: "Buss", table: true }));
	expect(written).toContainEqual(expect.objectContaining({ text: "Utstyr", table: true }));
	// Keep and set aside are one tap each.
	act(() => button(nb["p.table.aside"]).click());
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "idea.aside" });
});

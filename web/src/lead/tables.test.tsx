import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { vestby } from "../board/canned";
import type { PhaseKind, Pictures } from "../gen/protocol";
import { go, page, press, show, text } from "./stage";

describe("groups", () => {
	test("making them again asks first; the first time it does not", () => {
		const m = show(vestby({ kind: "lobby" }), "groups");
		press("Lag grupper");
		expect(m.sent).toEqual([]);
		act(() => (page.querySelector("dialog .dialog-foot button:last-child") as HTMLElement).click());
		expect(m.sent).toEqual([{ do: "groups.make", with: { size: 5 } }]);
	});

	test("a seat is moved by a choice, and shown out only after a question", () => {
		const m = show(vestby({ kind: "lobby" }), "groups");
		act(() => (page.querySelector(".seat-list button") as HTMLElement).click());
		const select = page.querySelector("#move") as HTMLSelectElement;
		act(() => {
			select.value = "4";
			select.dispatchEvent(new Event("change", { bubbles: true }));
		});
		expect(m.sent).toEqual([{ do: "seat.place", with: { seat: "p1", group: 4 } }]);
		act(() => (page.querySelector(".seat-list button") as HTMLElement).click());
		press("Vis ut av møtet");
		expect(m.outbox.pending("seat.remove")).toEqual([]);
	});

	test("people have numbers and no names", () => {
		show(vestby({ kind: "lobby" }), "groups");
		expect(text()).toContain("Deltaker 1");
	});
});

describe("cards", () => {
	test("one is drawn for a table that has none, or a certain one is given", () => {
		const m = show(vestby({ kind: "velg_kort" }));
		expect(text()).toContain("Ett bord mangler kort");
		press("Trekk for dem Gruppe 5");
		press("Gi kort … Gruppe 3");
		const joker = [...page.querySelectorAll<HTMLElement>("dialog li button")].at(-1);
		act(() => joker?.click());
		expect(m.outbox.waiting.value.map(({ do: d, with: w }) => [d, w])).toEqual([
			["card.draw", { group: 5 }],
			["card.choose", { card: "K-J", group: 3 }],
		]);
		expect(page.querySelector("dialog")).toBeNull();
	});
});

test("where no deck lies on the tables one can be laid there", () => {
	const set = vestby({ kind: "velg_kort" });
	set.deck = { deck: "", title: "", cards: [] };
	const m = show(set);
	press("Kommune");
	expect(m.sent).toEqual([{ do: "deck.adopt", with: { deck: "kommune" } }]);
});

test("a place without a phone is laid at a table", () => {
	const m = show(vestby({ kind: "lobby" }), "groups");
	press("Plass uten telefon Gruppe 2");
	expect(m.sent[0]).toMatchObject({ do: "place.add", with: { group: 2 } });
});

describe("who sits where", () => {
	const seat = (n: number, more: object) => ({
		seat: `x${n}`,
		n,
		role: "participant",
		as: "frivillighet",
		group: 0,
		scribe: false,
		hand: "",
		left: false,
		paper: false,
		heads: 1,
		with: [],
		needs: false,
		...more,
	});

	test("people without a table are counted as people, also where several came on one phone", () => {
		const set = vestby({ kind: "lobby" });
		for (const k of Object.keys(set)) if (k.startsWith("seats/")) delete (set as Record<string, unknown>)[k];
		show(
			{
				...set,
				presence: { here: 4, unplaced: 4, groups: 0 },
				"seats/x1": seat(1, { heads: 3 }),
				"seats/x2": seat(2, {}),
			},
			"groups",
		);
		expect(page.querySelector("#unplaced")?.textContent).toContain("4");
		expect(text()).not.toContain("2 uten");
	});

	test("who would like somebody to write is not shown as a hand raised for whoever leads", () => {
		const set = vestby({ kind: "lobby" });
		for (const k of Object.keys(set)) if (k.startsWith("seats/")) delete (set as Record<string, unknown>)[k];
		const shown = (hand: string) => {
			show({ ...set, "seats/x1": seat(1, { group: 1, hand }) }, "groups");
			return text();
		};
		expect(shown("write")).toContain(nb["lead.groups.pen"]);
		expect(shown("write")).not.toContain(nb["lead.groups.hand"]);
		expect(shown("help")).toContain(nb["lead.groups.hand"]);
	});

	test("a small or a large table is said with how many sit there, those of one size together", () => {
		const set = vestby({ kind: "lobby" });
		const size = (n: number, size: number) => ({ ...(set[`groups/${n}`] as object), size });
		show(
			{
				...set,
				"groups/1": size(1, 3),
				"groups/2": size(2, 3),
				"groups/5": size(5, 1),
				seating: { uneven: [1, 2, 5], alone: [], apart: [], untended: [] },
			},
			"groups",
		);
		expect(text()).toContain(
			"Gruppe 5 har bare én person. Gruppe 1 og 2 har 3 personer hver. Fire til seks er best. Flytt noen, eller la dem være.",
		);
	});
});

describe("how far each table has come", () => {
	const states = () => [...page.querySelectorAll(".groups b.num")].map((b) => b.textContent);
	const sent = (kind: PhaseKind) => {
		const set = vestby({ kind });
		return Object.fromEntries(
			Object.entries(set).map(([k, v]) => [k, k.startsWith("groups/") ? { ...(v as object), sent: true } : v]),
		) as Pictures;
	};

	test("where each writes alone it is notes, also when the list went early", () => {
		show(sent("stille"));
		expect(states().join()).toContain("lapper");
		expect(states().join()).not.toContain(nb["lead.sent"]);
	});

	test.each(["info", "bli_kjent"] as const)("in %s no table has a list, and no nought", (kind) => {
		show(vestby({ kind }));
		expect(states().length).toBeGreaterThan(0);
		expect(states().join("")).toBe("");
	});
});

test("a hall that has emptied is said to have, at the top and at each table", () => {
	const online = { on: 31, of: 39, tables: [{ n: 5, on: 0, of: 6 }] };
	show(vestby({ kind: "stille" }), "run", { passing: { online } });
	expect(page.querySelector(".desk-top .chip:last-of-type")?.textContent).toContain("er med, 31 på nett");
	const rows = [...page.querySelectorAll(".groups li")].map((li) => li.textContent);
	expect(rows[4]).toContain("er med, 0 på nett");
	expect(rows[3]).not.toContain("på nett");
	expect(text()).toContain("Bord 5: ingen av telefonene er på nett.");
	go("groups");
	expect(page.querySelector("#g5")?.textContent).toContain("0 på nett");
	expect(page.querySelector(".desk-head")?.textContent).toContain("31 på nett, 7 bord");
});

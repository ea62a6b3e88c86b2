import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import { vestby } from "../board/canned";
import { key, named, page, patch, press, show, submit, text, write } from "./stage";

describe("merging", () => {
	const idea = (id: string) => page.querySelector(`.idea[data-key="${id}"]`) as HTMLElement;

	test("M, a search and Enter lay an idea with a proposal", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		key("m", idea("i7-0"));
		write("#pick", "koordinator");
		submit(".pick");
		expect(m.sent).toEqual([{ do: "idea.move", with: { idea: "i7-0", to: "c-A" } }]);
		expect(page.querySelector("dialog")).toBeNull();
		expect(page.querySelector("[role=status]")?.textContent).toContain("Egen koordinator for fritid");
	});

	test("the undo of a message takes back what it speaks of, also when the room has moved on since", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		key("t", idea("i0-5"));
		patch(m, {
			acts: {
				acts: [
					{ act: 2, kind: "idea.moved" },
					{ act: 1, kind: "idea.moved" },
				],
			},
		});
		patch(m, {
			acts: {
				acts: [
					{ act: 3, kind: "step.entered" },
					{ act: 2, kind: "idea.moved" },
					{ act: 1, kind: "idea.moved" },
				],
			},
		});
		act(() => (page.querySelector("[role=status] button") as HTMLElement).click());
		expect(m.outbox.pending("act.undo")).toMatchObject([{ with: { act: 2 } }]);
	});

	test("T takes an idea out again", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		key("t", idea("i0-5"));
		expect(m.sent).toEqual([{ do: "idea.split", with: { idea: "i0-5" } }]);
	});

	test("N gives a proposal a name, and one that is too long is not sent", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		key("n", idea("i0-0"));
		write("#write", "x".repeat(61));
		submit("dialog form");
		expect(m.sent).toEqual([]);
		expect(text()).toContain("Ett tegn for mye");
		write("#write", "Koordinator");
		submit("dialog form");
		expect(m.sent).toEqual([{ do: "cluster.rename", with: { cluster: "c-A", title: "Koordinator" } }]);
	});

	test("a text is taken away only after a question", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		act(() => idea("i0-0").click());
		press("Fjern teksten");
		expect(m.sent).toEqual([]);
		act(() => (page.querySelector("dialog .dialog-foot button:last-child") as HTMLElement).click());
		expect(m.sent).toEqual([{ do: "idea.redact", with: { id: "i0-0" } }]);
	});

	test("the focus follows an idea to the pile it was laid in", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		act(() => idea("i7-0").focus());
		const a = m.store.get("clusters", "c-A");
		patch(m, { "clusters/c-A": { ...a, ideas: [...(a?.ideas ?? []), "i7-0"], groups: [...(a?.groups ?? []), 7] } }, [
			"clusters/c-H",
		]);
		expect((document.activeElement as HTMLElement).dataset.key).toBe("i7-0");
	});
});

describe("plenum", () => {
	test("the next table has its own button, and no key takes the floor", () => {
		const m = show(vestby({ kind: "plenum" }));
		press("Neste bord: gruppe 5");
		press("Neste bord: gruppe 5");
		expect(m.outbox.pending("table.call")).toHaveLength(1);
		expect(m.sent).toEqual([{ do: "table.call", with: { from: 4 } }]);
		act(() => m.outbox.refused(m.outbox.waiting.value[0]?.id ?? "", "changed"));
		key(" ");
		expect(m.outbox.waiting.value.map((c) => c.do)).toEqual(["agenda.next"]);
	});

	test("a table that sits elsewhere is moved first, one press at a time", () => {
		const m = show(vestby({ kind: "plenum" }));
		press("Gruppe 7 tidligere");
		expect(m.sent).toEqual([{ do: "tables.order", with: { order: [4, 5, 1, 2, 3, 7, 6] } }]);
	});

	test("a table can be given the floor out of turn, and nobody is passed over for it", () => {
		const m = show(vestby({ kind: "plenum" }));
		press("Gi ordet Gruppe 6");
		expect(m.outbox.waiting.value.map(({ do: d, with: w }) => [d, w])).toEqual([
			["tables.order", { order: [4, 6, 5, 1, 2, 3, 7] }],
			["table.call", { group: 6 }],
		]);
	});

	test("what has told is not moved", () => {
		const set = vestby({ kind: "plenum" });
		set.telling = { order: [4, 5, 1, 2, 3, 6, 7], now: 1, next: 2 };
		show(set);
		expect(() => named("Gruppe 5 senere")).toThrow();
		expect(() => named("Gruppe 5 tidligere")).toThrow();
	});
});

describe("what the tables have marked as the same", () => {
	test("is laid together in one press, in the largest of them", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		expect(page.querySelector("#suggested")).not.toBeNull();
		press("Slå disse sammen");
		expect(m.sent).toEqual([{ do: "cluster.join", with: { from: "c-C", into: "c-B" } }]);
	});

	test("is taken back together, the last first, whatever has come since", () => {
		const set = vestby({ kind: "sammenslaing" });
		set.suggestions = { suggestions: [{ clusters: ["c-B", "c-C", "c-D"], ideas: 9 }] };
		const m = show(set, "merge");
		press("Slå disse sammen");
		patch(m, {
			acts: {
				acts: [
					{ act: 4, kind: "cluster.joined" },
					{ act: 3, kind: "cluster.joined" },
					{ act: 2, kind: "cluster.joined" },
				],
			},
		});
		act(() => (page.querySelector("[role=status] button") as HTMLElement).click());
		expect(m.outbox.waiting.value.filter((c) => c.do === "act.undo").map((c) => c.with)).toEqual([
			{ act: 3 },
			{ act: 2 },
		]);
	});

	test("may be left, and is not asked about again", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		press("La dem stå");
		expect(page.querySelector("#suggested")).toBeNull();
		expect(m.sent).toEqual([]);
	});
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { MeetingView, Pictures } from "../gen/protocol";
import { key, named, page, patch, press, show, text } from "./stage";

describe("next", () => {
	test.each([" ", "ArrowRight", "PageDown"])("%j moves the room from the step that was seen", (k) => {
		const m = show(vestby({ kind: "stille" }));
		key(k);
		expect(m.sent).toEqual([{ do: "agenda.next", with: { from: "s1" } }]);
	});

	test("a second press before the room has moved is the same press", () => {
		const m = show(vestby({ kind: "stille" }));
		key(" ");
		key(" ");
		act(() => named("NesteRundt bordet, 16 min").click());
		expect(m.outbox.waiting.value.filter((c) => c.do === "agenda.next")).toHaveLength(1);
	});

	test("a press in the next step is a new one, also while counts are still held back", () => {
		const m = show(vestby({ kind: "stille" }));
		key(" ");
		const [first] = m.outbox.waiting.value;
		const step = m.store.one("step");
		act(() => {
			m.outbox.acked(first?.id ?? "", 99); // stored at a position that has not been shown in full
			m.store.patched({ t: "patch", from: 1, to: 1, set: { step: { ...step, id: "s2" } } });
		});
		key(" ");
		const from = m.outbox.pending("agenda.next").map((c) => c.with.from);
		expect(from).toEqual(["s1", "s2"]);
	});

	test("a key held down counts once", () => {
		const m = show(vestby({ kind: "stille" }));
		key("PageDown", document.body, { repeat: true });
		expect(m.sent).toEqual([]);
	});

	test("nothing moves while somebody writes", () => {
		const m = show(vestby({ kind: "stille" }), "about");
		const field = page.querySelector("input") as HTMLInputElement;
		for (const k of [" ", "ArrowRight", "PageDown"]) key(k, field);
		expect(m.sent).toEqual([]);
	});

	test("the space bar on a button is the button's own", () => {
		const m = show(vestby({ kind: "stille" }));
		key(" ", named("Ett minutt til"));
		expect(m.sent).toEqual([]);
	});

	test("whoever takes the start back has the start before them again", () => {
		const set = vestby({ kind: "lobby" });
		show({ ...set, meeting: { ...(set.meeting as MeetingView), status: "running", started: noon } });
		expect(page.querySelector("button.go")?.textContent).toContain(nb["lead.start"]);
		expect(page.querySelector(".joinbox")).not.toBeNull();
	});

	test("on the desk for merging neither arrows nor space move it, also when there is nothing to walk among", () => {
		const bare = Object.entries(vestby({ kind: "sammenslaing" })).filter(([k]) => !k.startsWith("clusters/"));
		const m = show({ ...Object.fromEntries(bare), lack: { what: "", n: 0 } }, "merge");
		for (const k of [" ", "ArrowRight", "ArrowLeft"]) key(k);
		expect(m.sent).toEqual([]);
		key("PageDown");
		expect(m.sent.map((s) => s.do)).toEqual(["agenda.next"]);
	});

	test("where arrows walk among ideas they do not move the meeting", () => {
		const m = show(vestby({ kind: "sammenslaing" }), "merge");
		key("ArrowRight");
		expect(m.sent).toEqual([]);
		key("PageDown");
		expect(m.sent.map((s) => s.do)).toEqual(["agenda.next"]);
	});

	test("an open vote is asked about, with how many have not voted, and nothing is sent before the answer", () => {
		const m = show(vestby({ kind: "avstemning" }), "vote");
		key(" ");
		expect(m.sent).toEqual([]);
		expect(page.querySelector("dialog")?.textContent).toContain("8 har ikke stemt.");
		expect(page.querySelector("dialog")?.textContent).toContain("Én papirseddel er ikke lagt inn.");
		press("Lukk i salen");
		expect(m.sent).toEqual([{ do: "vote.close", with: { vote: "v1" } }]);
		act(() => render(null, page));
		const set = vestby({ kind: "avstemning" });
		const all = show(
			{ ...set, "desk/v1": { ...(set["desk/v1"] as object), paper: [{ seat: "p20", in: true }] } },
			"vote",
		);
		key(" ");
		press("Avslutt og tell");
		expect(all.sent).toEqual([{ do: "vote.close", with: { vote: "v1" } }]);
	});

	test("a vote closed in the hall is over for the phones: next goes on, and counting without the rest asks first", () => {
		const m = show(vestby({ kind: "avstemning", vote: "hall" }), "vote");
		expect(text()).toContain("1 av 2 papirsedler er lagt inn");
		press("Vis foreløpig resultat");
		press("Tell uten å vente");
		expect(page.querySelector("dialog")?.textContent).toContain("2 papirsedler er ikke lagt inn, og blir ikke med.");
		act(() => (page.querySelector("dialog .dialog-foot button:last-child") as HTMLElement).click());
		expect(m.outbox.waiting.value.map((c) => [c.do, c.with])).toEqual([
			["vote.preview", { vote: "v1" }],
			["vote.close", { vote: "v1", final: true }],
		]);
		act(() => render(null, page));
		show(vestby({ kind: "avstemning", vote: "early" }), "vote");
		expect(text()).toContain("Foreløpig. 32 sedler er talt. 5 trukne sedler venter sammen med papiret.");
		expect(text()).not.toContain("Vis foreløpig resultat");
		expect(text()).not.toContain("Åpne ny runde");
	});

	test("a secret vote with so few slips that the numbers may tell whose they are says so before it is counted", () => {
		const pictures = vestby({ kind: "avstemning" });
		show(pictures);
		key(" ");
		expect(page.querySelector("dialog")?.textContent).not.toContain("gjette");
		act(() => page.querySelector<HTMLButtonElement>("dialog button")?.click());
		show({ ...pictures, "turnout/v1": { vote: "v1", cast: 3, of: 39 } });
		key(" ");
		expect(page.querySelector("dialog")?.textContent).toContain("Bare 3 har stemt. Da kan noen gjette hva de valgte.");
	});

	describe("with something the step has not come to", () => {
		const lacking = (what: string, n: number, more: Pictures = {}) =>
			show({ ...vestby({ kind: "velg_kort" }), lack: { what, n }, ...more });
		const notice = () => page.querySelector(".lack")?.textContent ?? "";

		test.each([" ", "PageDown"])("%j says so once, and the next press goes on", (k) => {
			const m = lacking("cards", 2);
			expect(notice()).toBe("");
			key(k);
			expect(m.sent).toEqual([]);
			expect(notice()).toContain("2 bord har ikke trukket kort ennå.");
			expect(page.querySelector(".go")?.textContent).toContain("Gå videre likevel");
			key(k);
			expect(m.sent.map((s) => s.do)).toEqual(["agenda.next"]);
		});

		test("with the mouse it is the same button twice, and two clicks in one are one press", () => {
			const m = lacking("notes", 0);
			const click = (detail: number) =>
				act(() => void page.querySelector(".go")?.dispatchEvent(new MouseEvent("click", { bubbles: true, detail })));
			click(1);
			click(2);
			expect(m.sent).toEqual([]);
			expect(notice()).toContain("Ingen har skrevet");
			click(1);
			expect(m.sent.map((s) => s.do)).toEqual(["agenda.next"]);
		});

		test("one press does it for them, and what is mended is no longer said", () => {
			const m = lacking("cards", 2, {
				"groups/1": { n: 1, size: 5, scribe: true, sent: false, card: "", away: false, shared: false },
			});
			key(" ");
			press("Trekk for dem");
			expect(m.sent).toContainEqual({ do: "card.draw", with: { group: 1 } });
			patch(m, { lack: { what: "", n: 0 } });
			expect(notice()).toBe("");
			key(" ");
			expect(m.outbox.waiting.value.map((c) => c.do)).toContain("agenda.next");
		});

		test("the region that says it is there before it speaks", () => {
			lacking("cards", 2);
			expect(page.querySelector(".lack")?.getAttribute("role")).toBe("status");
		});

		test("the end is asked about in any case, and says it there", () => {
			const m = show({ ...vestby({ kind: "avrunding" }), lack: { what: "owners", n: 3 } });
			key(" ");
			expect(page.querySelector("dialog")?.textContent).toContain("3 tiltak har ingen ansvarlig ennå.");
			expect(m.sent).toEqual([]);
		});
	});

	test("the last step ends the meeting, and asks first", () => {
		const m = show(vestby({ kind: "avrunding" }));
		key(" ");
		expect(m.sent).toEqual([]);
		act(() => (page.querySelector("dialog .dialog-foot button:last-child") as HTMLElement).click());
		expect(m.sent).toEqual([{ do: "meeting.end", with: {} }]);
	});
});

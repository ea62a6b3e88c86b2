import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby, type Wanted } from "../board/canned";
import { allPhaseKind, type MeetingView, type MeView, type PhaseKind, type Pictures } from "../gen/protocol";
import { Channel } from "../net/canned";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Panel } from "./panel";
import { type Tab, tabs } from "./tabs";

const where = { host: "192.168.10.24:8080", url: "http://192.168.10.24:8080", candidates: [], reached: true };

let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	go("run");
});
afterEach(() => act(() => render(null, page)));

function go(tab: Tab) {
	location.hash = tab;
	act(() => void dispatchEvent(new HashChangeEvent("hashchange")));
}
function show(pictures: Pictures, tab: Tab = "run", options: Parameters<typeof cannedMeeting>[1] = {}) {
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now: noon, ...options });
	act(() => render(<Panel m={m} where={where} />, page));
	go(tab);
	return m;
}
const text = () => page.textContent ?? "";
const key = (k: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) =>
	act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key: k, bubbles: true, cancelable: true, ...more })));
const named = (name: string) => {
	const all = [...page.querySelectorAll<HTMLElement>("button, a")];
	const hit = all.find((b) => (b.getAttribute("aria-label") ?? b.textContent) === name);
	if (!hit) throw new Error(`no ${name} among ${all.map((b) => b.textContent).join(" | ")}`);
	return hit;
};
const press = (name: string) => act(() => named(name).click());
const write = (selector: string, words: string) =>
	act(() => {
		const field = page.querySelector(selector) as HTMLInputElement;
		field.focus();
		field.value = words;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
const submit = (selector: string) =>
	act(() => void page.querySelector(selector)?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
const patch = (m: ReturnType<typeof show>, set: Pictures, del: string[] = []) =>
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set, del }));

const scenes: Wanted[] = [
	...allPhaseKind.map((kind) => ({ kind })),
	{ kind: "sammenslaing", long: true },
	...["dots", "score", "rank", "yesno"].map((method): Wanted => ({ kind: "resultat", method })),
	{ kind: "avstemning", secret: false },
	{ kind: "avstemning", vote: "hall" },
	{ kind: "avstemning", vote: "early" },
	{ kind: "avstemning", vote: "cancelled" },
	{ kind: "avstemning", vote: "none" },
	{ kind: "avstemning", vote: "counted" },
	{ kind: "ansvarlig", ended: true },
];

test.each(scenes.flatMap((s) => tabs.map((tab) => [s.kind, tab, s] as const)))(
	"%s, %s: one heading, words for everything, a name on every button and field",
	(_, tab, wanted) => {
		show(vestby(wanted), tab);
		expect(page.querySelectorAll("h1")).toHaveLength(1);
		expect(page.querySelectorAll("main")).toHaveLength(1);
		expect(text()).not.toMatch(/\b(lead|common|refused)\.[a-z_]+/);
		expect(text()).not.toMatch(/[{}]|undefined|NaN/);
		for (const b of page.querySelectorAll("button, a")) {
			expect(b.getAttribute("aria-label") ?? b.textContent, b.outerHTML).not.toBe("");
		}
		for (const f of page.querySelectorAll("input, textarea, select")) {
			const label = f.getAttribute("aria-label") || f.closest("label") || page.querySelector(`label[for="${f.id}"]`);
			expect(label, f.outerHTML).toBeTruthy();
		}
	},
);

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

test("undo names the latest act, and Ctrl+Z is the same", () => {
	const m = show(vestby({ kind: "sammenslaing" }));
	expect(text()).toContain("flyttet idé");
	key("z", document.body, { ctrlKey: true });
	expect(m.sent).toEqual([{ do: "act.undo", with: { act: 41 } }]);
});

test("a rehearsal says once how fast its clock goes, and promises no minutes beside the clock", () => {
	const set = vestby({ kind: "stille" });
	set.meeting = { ...(set.meeting as object), practice: true };
	set.rehearsal = { of: "r1", mishaps: [] };
	show(set);
	expect(text()).toContain("Klokka går 11 ganger så fort som i møtet.");
	expect(text()).not.toContain("Rundt bordet, 16 min");
	show(vestby({ kind: "stille" }));
	expect(text()).toContain("Rundt bordet, 16 min");
	expect(text()).not.toContain("Klokka går");
});

test("the clock gets one minute more and can be stopped", () => {
	const m = show(vestby({ kind: "stille" }));
	press("Ett minutt til");
	press("Stopp klokka");
	expect(m.outbox.pending("timer.pause")).toHaveLength(1);
	expect(m.sent[0]).toEqual({ do: "timer.add", with: { seconds: 60 } });
});

test("what the server said no to is said aloud, once", () => {
	const m = show(vestby({ kind: "stille" }));
	key(" ");
	act(() => m.outbox.refused(m.outbox.waiting.value[0]?.id ?? "", "vote_open"));
	expect(page.querySelector("[role=status]")?.textContent).toContain("Avslutt avstemningen først");
	expect(m.outbox.refusals.value).toEqual([]);
});

test("before the count nobody sees a number, the facilitator neither", () => {
	show(vestby({ kind: "avstemning" }), "vote");
	expect(text()).toContain("av 39 har stemt");
	expect(page.querySelector(".bars")).toBeNull();
});

test("a counted result is the facilitator's alone until the result's step", () => {
	show(vestby({ kind: "avstemning", vote: "counted" }), "vote");
	expect(page.querySelectorAll(".bars > li")).toHaveLength(8);
	expect(text()).toContain("Bare du ser dette");
});

describe("opening a vote", () => {
	test("with five or more it is secret, with up to three each, on every proposal", () => {
		const m = show(vestby({ kind: "avstemning", vote: "none" }), "vote");
		submit("form");
		expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { method: "approve", k: 3, secret: true } });
		expect(m.sent[0]?.with).not.toHaveProperty("options");
	});

	test("with fewer it proposes an open one, and warns when secret is chosen", () => {
		const set = vestby({ kind: "avstemning", vote: "none" });
		set.presence = { here: 4, unplaced: 0, groups: 1 };
		const m = show(set, "vote");
		const [secret, open] = [...page.querySelectorAll<HTMLInputElement>("input[name=way]")];
		expect(open?.checked).toBe(true);
		act(() => secret?.click());
		expect(text()).toContain("Bare 4 er med.");
		submit("form");
		expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { secret: true } });
	});

	test("more than a ballot holds is said where one opens the vote, and nothing is sent before some are away", () => {
		const set = vestby({ kind: "avstemning", vote: "none" });
		const many = Object.fromEntries(
			Array.from({ length: 6 }, (_, n) => [
				`clusters/c-x${n}`,
				{ ...(set["clusters/c-H"] as object), id: `c-x${n}`, n: 20 + n, order: 20 + n },
			]),
		);
		const m = show({ ...set, ...many }, "vote");
		expect(text()).toContain("Det er 14 forslag, og det er plass til 12 på stemmeseddelen.");
		expect(text()).toContain("ta bort 2 her");
		expect(page.querySelector("form .options")?.closest("fieldset")?.querySelector("legend")?.textContent).toContain(
			"høyst 12",
		);
		submit("form");
		expect(m.sent).toEqual([]);
		const boxes = [...page.querySelectorAll<HTMLInputElement>(".options input[type=checkbox]")];
		for (const box of boxes.slice(-2)) act(() => box.click());
		expect(text()).not.toContain("på stemmeseddelen");
		submit("form");
		expect(m.sent.map((s) => s.do)).toEqual(["vote.open"]);
	});

	test("with many more than a ballot holds, one press takes the first twelve, and one takes none", () => {
		const set = vestby({ kind: "avstemning", vote: "none" });
		const many = Object.fromEntries(
			Array.from({ length: 50 }, (_, n) => [
				`clusters/c-x${n}`,
				{ ...(set["clusters/c-H"] as object), id: `c-x${n}`, n: 20 + n, order: 20 + n },
			]),
		);
		const m = show({ ...set, ...many }, "vote");
		const ticked = () => page.querySelectorAll(".options input:checked").length;
		press("Ta bort alle");
		expect(ticked()).toBe(0);
		press("Ta bare de 12 første");
		expect(ticked()).toBe(12);
		submit("form");
		expect(m.sent.map((s) => s.do)).toEqual(["vote.open"]);
	});

	test("what is left out is not voted on, and nobody gets more choices than there are", () => {
		const m = show(vestby({ kind: "avstemning", vote: "none" }), "vote");
		for (const box of [...page.querySelectorAll<HTMLInputElement>("form input[type=checkbox]")].slice(2))
			act(() => box.click());
		submit("form");
		expect(m.sent[0]).toMatchObject({ with: { k: 2, options: ["c-A", "c-B"] } });
	});
});

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

describe("measures", () => {
	const field = (n: number) =>
		page.querySelectorAll<HTMLInputElement>(
			"section > .measures > :last-child input, section > .measures > :last-child textarea",
		)[n] as HTMLInputElement;

	test("a field is saved when it is left, alone", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		act(() => {
			field(0).focus();
			field(0).value = "Kultur";
			field(0).dispatchEvent(new Event("input", { bubbles: true }));
		});
		act(() => field(0).blur());
		expect(m.sent).toEqual([{ do: "measure.set", with: { id: "m7", responsible: "Kultur" } }]);
		expect(field(0).value).toBe("Kultur");
	});

	test("one that is too long is kept in the field and not sent", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		act(() => {
			field(0).focus();
			field(0).value = "x".repeat(81);
			field(0).dispatchEvent(new Event("input", { bubbles: true }));
		});
		act(() => field(0).blur());
		expect(m.sent).toEqual([]);
		expect(text()).toContain("Ett tegn for mye");
	});

	test("an offer is taken in one press, and so is the follow-up group", () => {
		const m = show(vestby({ kind: "ansvarlig" }), "measures");
		press("Ungdomsrådet kan ta det");
		press("Til oppfølgingsgruppa");
		expect(m.sent[0]).toEqual({ do: "measure.set", with: { id: "m7", responsible: "Ungdomsrådet" } });
		expect(m.outbox.pending("measure.pass")).toMatchObject([{ with: { id: "m7", on: true } }]);
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

describe("ways of voting", () => {
	const method = (n: number) => act(() => page.querySelectorAll<HTMLInputElement>("input[name=method]")[n]?.click());

	test.each([
		["dots", 1, 5],
		["rank", 2, 3],
		["score", 3, 5],
		["yesno", 4, 1],
	])("%s is opened with what it begins with", (name, n, k) => {
		const m = show(vestby({ kind: "avstemning", vote: "none" }), "vote");
		method(n);
		submit("form");
		expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { method: name, k } });
	});

	test("a vote is cancelled only after a question, and leaves the way open for another", () => {
		const m = show(vestby({ kind: "avstemning" }), "vote");
		press("Avbryt avstemningen");
		expect(m.sent).toEqual([]);
		act(() => (page.querySelector("dialog .dialog-foot button:last-child") as HTMLElement).click());
		expect(m.sent).toEqual([{ do: "vote.cancel", with: { vote: "v1" } }]);
		patch(m, { "votes/v1": { ...m.store.get("votes", "v1"), status: "cancelled" } });
		expect(text()).toContain("Den forrige avstemningen ble avbrutt.");
		submit("form");
		expect(m.outbox.pending("vote.open")).toHaveLength(1);
	});

	test("a vote taken again is as the one called off, and says what it follows", () => {
		const set = vestby({ kind: "avstemning", vote: "cancelled", method: "rank" });
		const m = show(set, "vote");
		submit("form");
		expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { method: "rank", k: 3, secret: true, follows: "v1" } });
	});

	test("a vote may close by itself", () => {
		const m = show(vestby({ kind: "avstemning", vote: "none" }), "vote");
		act(() =>
			[...page.querySelectorAll("label")].find((l) => l.textContent?.startsWith("Avslutt av seg selv"))?.click(),
		);
		submit("form");
		expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { seconds: 180 } });
		expect(m.sent[0]?.with).not.toHaveProperty("follows");
	});

	test("a new round is one press: between the first ones, or those that share a place", () => {
		const m = show(vestby({ kind: "resultat" }), "vote");
		press("Åpne ny runde");
		expect(m.outbox.waiting.value.map((c) => c.do)).toEqual(["agenda.go", "vote.open"]);
		expect(m.outbox.waiting.value[1]?.with).toMatchObject({
			method: "approve",
			k: 1,
			secret: true,
			follows: "v1",
			options: ["c-A", "c-B"],
		});
		act(() => render(null, page));
		const set = vestby({ kind: "avstemning", vote: "counted" });
		const { rows } = set["results/v1"] as { rows: { marks: number; rank: number }[] };
		for (const n of [3, 4]) Object.assign(rows[n] as object, { marks: rows[2]?.marks, rank: 3 });
		const tied = show(set, "vote");
		expect(text()).toContain("De 3 som deler 3. plass");
		press("Åpne ny runde");
		expect(tied.sent.map((c) => c.do)).toEqual(["vote.open"]);
		expect(tied.sent[0]?.with).toMatchObject({ k: 1, follows: "v1", options: ["c-F", "c-D", "c-E"] });
	});

	test("hands that were written down are there after a reload", () => {
		const set = vestby({ kind: "avstemning", secret: false });
		show({ ...set, "desk/v1": { ...(set["desk/v1"] as object), hands: [3, 0, 0, 0, 2, 0, 0, 0] } }, "vote");
		expect((page.querySelector("#hands-c-A") as HTMLInputElement).value).toBe("3");
		expect(text()).toContain("Lagt inn: 5");
	});

	test("hands belong to an open vote alone", () => {
		show(vestby({ kind: "avstemning" }), "vote");
		expect(page.querySelector("#hands")).toBeNull();
		const m = show(vestby({ kind: "avstemning", secret: false }), "vote");
		write("#hands-c-B", "4");
		submit("form");
		expect(m.sent).toEqual([{ do: "vote.hands", with: { vote: "v1", hands: [0, 4, 0, 0, 0, 0, 0, 0] } }]);
	});

	test.each([
		["approve", ["c-A"]],
		["dots", ["c-A", "c-A"]],
		["rank", ["c-A"]],
		["score", ["c-A=2"]],
		["yesno", ["c-A=nei"]],
	])("a paper slip of %s is typed in for a place without a phone", (name, choice) => {
		const m = show(vestby({ kind: "avstemning", method: name }), "vote");
		press("Legg inn stemmeseddel");
		act(() => {
			const field = page.querySelector<HTMLInputElement | HTMLSelectElement>("#slip-c-A");
			if (name === "approve") return field?.click();
			if (field) field.value = name === "yesno" ? "nei" : name === "rank" ? "1" : "2";
			field?.dispatchEvent(new Event("change", { bubbles: true }));
		});
		submit("dialog form");
		expect(m.sent).toEqual([{ do: "slip.type", with: { vote: "v1", seat: "p20", choice } }]);
	});

	test("a slip with more than it may hold is kept and not sent", () => {
		const m = show(vestby({ kind: "avstemning" }), "vote");
		press("Legg inn stemmeseddel");
		for (const id of ["A", "B", "C", "D"]) act(() => page.querySelector<HTMLElement>(`#slip-c-${id}`)?.click());
		submit("dialog form");
		expect(m.sent).toEqual([]);
		expect(text()).toContain("Sjekk papiret");
	});
});

describe("the second reading", () => {
	const rows = (set: Pictures) => set["results/v1"] as { rows: { id: string; cover: number }[] };
	const why = "Noen fikk ikke gjennom noe av det de stemte på.";

	test("names the proposal that leaves fewer with nothing", () => {
		show(vestby({ kind: "resultat" }), "vote");
		expect(text()).toContain("34 av 37 fikk med noe de valgte, blant de 3 øverste.");
		expect(text()).toContain(why);
		expect(page.querySelector("[aria-labelledby=reading] b")?.textContent).toBe("Tverrfaglige møtepunkter");
	});

	test.each([
		["everybody got something", (r: { cover: number }) => (r.cover = 37)],
		["nobody new would get something", (r: { cover: number }) => (r.cover = 34)],
	])("is not said when %s", (_, set) => {
		const pictures = vestby({ kind: "resultat" });
		rows(pictures).rows.forEach(set);
		show(pictures, "vote");
		expect(text()).not.toContain(why);
	});
});

test("a decision is written with its reason, and the reason later without touching the text", () => {
	const m = show(vestby({ kind: "resultat" }), "vote");
	press("Skriv ned en beslutning");
	write("#write", "Vi begynner med oversikten");
	submit("dialog form");
	expect(m.sent[0]).toMatchObject({ do: "decision.write", with: { text: "Vi begynner med oversikten", reason: "" } });
});

test("a table's draft is used in one press, and takes away nothing it does not hold", () => {
	const m = show(vestby({ kind: "ansvarlig" }), "measures");
	press("Bruk Gruppe 4");
	expect(m.sent).toEqual([
		{ do: "measure.set", with: { id: "m0", responsible: "Frivilligsentralen", first: "Ringe lagene" } },
	]);
});

describe("check-out", () => {
	test("small numbers are kept back", () => {
		show(vestby({ kind: "avrunding" }));
		expect(text()).toContain("31 har svart");
		expect(text()).toContain("Nytte 1 av 50Nytte 3 av 56");
		expect(text().split("Tall fra 1 til 4 vises ikke")).toHaveLength(2);
		expect(text()).not.toContain("-1");
	});

	test("and with few answers all of them", () => {
		const set = vestby({ kind: "avrunding" });
		set.goodbyes = { answers: 4, useful: [0, 0, 0, 0, 0], know: 0, hidden: true };
		show(set);
		expect(text()).toContain("minst fem har svart");
		expect(text()).not.toContain("Nytte");
	});
});

describe("the run sheet", () => {
	const line = (title: string) =>
		act(() =>
			[...page.querySelectorAll<HTMLElement>(".plan button")].find((b) => b.textContent?.includes(title))?.click(),
		);

	test("a step is moved, held again and taken out", () => {
		const m = show(vestby({ kind: "stille" }));
		line("Pause");
		press("Flytt fram");
		expect(m.sent[0]).toEqual({ do: "step.move", with: { step: "e7", after: "e5" } });
		press("Flytt bakover");
		press("Hold den en gang til");
		line("Pause");
		press("Ta ut av planen");
		const asked = m.outbox.waiting.value.map(({ do: d, with: w }) => [d, w]);
		expect(asked).toContainEqual(["step.insert", expect.objectContaining({ after: "e7", copy: "e7" })]);
		expect(asked).toContainEqual(["step.remove", { step: "e7" }]);
		expect(page.querySelector("dialog")).toBeNull();
	});

	test("the step the room is in cannot be taken out from under it", () => {
		show(vestby({ kind: "stille" }));
		line("Skriv alene");
		expect(() => named("Ta ut av planen")).toThrow();
	});

	test("another is put in where one points, with a name from its kind", () => {
		const m = show(vestby({ kind: "stille" }));
		line("Rundt bordet");
		press("Sett inn en del etter");
		submit("dialog form");
		expect(m.sent[0]).toMatchObject({
			do: "step.insert",
			with: { after: "s2", kind: "pause", title: "Pause", minutes: 10 },
		});
	});
});

test("a place without a phone is laid at a table", () => {
	const m = show(vestby({ kind: "lobby" }), "groups");
	press("Plass uten telefon Gruppe 2");
	expect(m.sent[0]).toMatchObject({ do: "place.add", with: { group: 2 } });
});

test("deleting wants the code, and a wrong one deletes nothing", () => {
	const asked: string[] = [];
	const fetched = globalThis.fetch;
	globalThis.fetch = ((path: string, init?: RequestInit) => {
		if (init?.method !== "GET") asked.push(`${init?.method} ${path}`);
		return Promise.resolve(new Response("{}"));
	}) as typeof fetch;
	try {
		show(vestby({ kind: "stille" }), "about");
		press("Slett møtet");
		write("#confirm", "feil");
		submit("dialog form");
		expect(asked).toEqual([]);
		expect(text()).toContain("Ingenting er slettet");
	} finally {
		globalThis.fetch = fetched;
	}
});

test("without a net the panel says so and keeps what is pressed", () => {
	const m = show(vestby({ kind: "stille" }), "run", { link: { is: "offline" } });
	press("Ett minutt til");
	expect(text()).toContain("Uten nett, 1 venter");
	expect(m.outbox.waiting.value).toHaveLength(1);
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

test("whether the result is told place by place is asked as everything else is asked", () => {
	show(vestby({ kind: "avstemning", vote: "counted" }), "vote");
	const box = [...page.querySelectorAll("label")].find((l) => l.textContent?.includes("plass for plass"));
	expect(box?.querySelector("input")?.className).toBe("ds-input");
});

test("an assistant is not offered what only the facilitator may do", () => {
	const set = vestby({ kind: "stille" });
	const only = [nb["lead.about.board_new"], nb["lead.about.key_new"], nb["lead.about.delete"]];
	show(set, "about");
	for (const name of only) named(name);
	const me = { ...(set["me/lead"] as MeView), role: "assistant" as const };
	act(() => render(null, page));
	show({ ...set, "me/lead": me }, "about");
	for (const name of only) expect(text()).not.toContain(name);
	named(nb["lead.show_board"]);
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

test("what to say stands before the slides of the step", () => {
	show(vestby({ kind: "info" }));
	const [say, slides] = [".script", ".slides-desk"].map((s) => page.querySelector(s) as HTMLElement);
	expect(say?.compareDocumentPosition(slides as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("after the count the heading is the vote's result, not that it is secret", () => {
	show(vestby({ kind: "resultat" }), "vote");
	expect(page.querySelector("h1")?.textContent).toBe(nb["lead.vote.was"]);
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

test("late, the run sheet says when the rest begins, with the plan struck, and what would not be over in time", () => {
	const set = vestby({ kind: "runde" });
	const about = set.meeting as MeetingView;
	show({ ...set, meeting: { ...about, outBy: "11:15" } });
	const rows = [...page.querySelectorAll(".plan li")];
	const here = rows.findIndex((r) => r.querySelector("[aria-current]"));
	expect(rows.slice(0, here + 1).some((r) => r.querySelector("s"))).toBe(false);
	for (const r of rows.slice(here + 1)) {
		const [now, was] = [r.querySelector(".num b"), r.querySelector(".num s")].map((e) => e?.textContent ?? "");
		expect(was).toContain("planlagt ");
		const at = (words = "") =>
			(([h = 0, m = 0]) => h * 60 + m)((/[0-9.]+$/.exec(words)?.[0] ?? "").split(".").map(Number));
		expect(at(now) - at(was)).toBe(4);
	}
	const marked = rows.map((r) => r.textContent?.includes(nb["lead.planned_out"]) ?? false);
	expect(marked.indexOf(true)).toBeGreaterThan(here);
	expect(marked.slice(marked.indexOf(true)).every(Boolean)).toBe(true);
	show(set);
	expect(text()).not.toContain(nb["lead.planned_out"]);
});

test("the first get somebody responsible in the meeting, and the rest go to the follow-up group in one press", () => {
	const set = vestby({ kind: "ansvarlig" });
	const all = Object.keys(set).filter((k) => k.startsWith("measures/"));
	const blank = Object.fromEntries(all.map((k) => [k, { ...(set[k] as object), responsible: "" }]));
	const m = show({ ...set, ...blank }, "measures");
	expect(page.querySelector(".desk-head .muted")?.textContent).toBe("0 av 5 har en ansvarlig");
	expect(text()).toContain("Resten: 3 tiltak");
	press("Send 3 til oppfølgingsgruppa");
	expect(m.outbox.pending("measure.pass").map((c) => c.with)).toEqual(
		["m5", "m6", "m7"].map((id) => ({ id, on: true })),
	);
	const unranked = Object.fromEntries(all.map((k) => [k, { ...(set[k] as object), top: false }]));
	show({ ...set, ...unranked }, "measures");
	expect(text()).not.toContain("Resten");
});

test("a press from the board's window that is answered with words is told there, and the next one goes on", () => {
	vi.stubGlobal("BroadcastChannel", Channel);
	const m = show({ ...vestby({ kind: "velg_kort" }), lack: { what: "cards", n: 2 } });
	const board = new Channel("dugnad/canned/clicker");
	const press = () => act(() => board.postMessage({ from: "board", what: "next" }));
	const heard = () => board.heard.map((h) => (h as { what: string }).what);
	press();
	expect(m.sent).toEqual([]);
	expect(heard()).toEqual(["says"]);
	press();
	expect(m.sent.map((s) => s.do)).toEqual(["agenda.next"]);
	patch(m, { lack: { what: "", n: 0 } });
	expect(heard()).toEqual(["says", "said"]);
	vi.unstubAllGlobals();
});

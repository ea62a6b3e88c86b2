import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { vestby, type Wanted } from "../board/canned";
import { allPhaseKind, type MeView } from "../gen/protocol";
import { Channel } from "../net/canned";
import { key, named, page, patch, press, show, submit, text, write } from "./stage";
import { tabs } from "./tabs";

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
		expect(location.hash).toBe(`#${tab}`);
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

test("what to say stands before the slides of the step", () => {
	show(vestby({ kind: "info" }));
	const [say, slides] = [".script", ".slides-desk"].map((s) => page.querySelector(s) as HTMLElement);
	expect(say?.compareDocumentPosition(slides as Node)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
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

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { MeetingView, Pictures, ScriptView, StepView, VoteView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Panel } from "./panel";

// What fresh eyes stumbled over: being led to where the work is, and numbers that changed under what had been said.

let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	go("run");
});
afterEach(() => act(() => render(null, page)));

function go(tab: string) {
	location.hash = tab;
	act(() => void dispatchEvent(new HashChangeEvent("hashchange")));
}
const where = { host: "h", url: "http://h", candidates: [], reached: true };
function show(pictures: Pictures, tab = "run") {
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now: noon });
	act(() => render(<Panel m={m} where={where} />, page));
	go(tab);
	return m;
}
const patch = (m: ReturnType<typeof show>, set: Pictures) =>
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set }));
const text = () => page.textContent ?? "";
const button = (name: string) => [...page.querySelectorAll("button")].find((b) => b.textContent === name);

describe("neste leads to where the step is worked on", () => {
	const moved = (m: ReturnType<typeof show>, kind: Parameters<typeof vestby>[0]["kind"]) =>
		patch(m, { step: { ...(vestby({ kind }).step as StepView), id: `later-${kind}` } as StepView });

	test("from the plan to the merging, on to the vote, and back to the plan", () => {
		const m = show(vestby({ kind: "plenum" }));
		for (const [kind, tab] of [
			["sammenslaing", "#merge"],
			["avstemning", "#vote"],
			["resultat", "#vote"],
			["ansvarlig", "#measures"],
			["avrunding", "#run"],
		] as const) {
			act(() => page.querySelector<HTMLElement>("button.go")?.click());
			for (const c of m.outbox.waiting.value) m.outbox.acked(c.id, 1);
			moved(m, kind);
			expect(location.hash, kind).toBe(tab);
			act(() => void dispatchEvent(new HashChangeEvent("hashchange")));
		}
	});

	test("another's press takes nobody away from what they do", () => {
		const m = show(vestby({ kind: "plenum" }), "groups");
		moved(m, "sammenslaing");
		expect(location.hash).toBe("#groups");
	});

	test.each([
		["sammenslaing", "merge"],
		["ansvarlig", "measures"],
	] as const)("what to say in %s stands on its tab too", (kind, tab) => {
		const set = vestby({ kind });
		show(set, tab);
		expect(text()).toContain((set.script as ScriptView).say);
	});
});

describe("what is said of a vote is what the vote is", () => {
	const round = (more: Partial<VoteView>) => {
		const set = vestby({ kind: "avstemning" });
		const [id, vote] = Object.entries(set).find(([k]) => k.startsWith("votes/")) as [string, VoteView];
		return { ...set, [id]: { ...vote, ...more } } as Pictures;
	};

	test("the usual vote has the plan's own words", () => {
		const set = vestby({ kind: "avstemning" });
		show(set, "vote");
		expect(text()).toContain((set.script as ScriptView).say);
	});

	test("a second round with one choice says one, and not three", () => {
		show(round({ round: 2, k: 1 }), "vote");
		expect(text()).toContain("Nå stemmer vi en gang til");
		expect(text()).toContain("Dere velger ett forslag");
		expect(text()).not.toContain("opptil tre");
	});

	test.each([
		["before", { vote: "none" }, "Nå skriver dere hver for dere", "Si hvor lenge, og at det skal være stille."],
		["hall", { vote: "hall" }, "Nå er det slutt på å stemme med telefonen.", "Hent inn sedlene som mangler."],
		["counted", { vote: "counted" }, "Alle stemmene er talt", "Se på tallene selv først."],
	] as const)("and follows it while the step stands still: %s", (stage, how, say, todo) => {
		const set = vestby({ kind: "avstemning", ...how });
		for (const tab of ["vote", "run"]) {
			show(set, tab);
			const script = page.querySelector(".script")?.textContent ?? "";
			expect(script, tab).toContain(say);
			expect(script, tab).toContain(todo);
			if (stage !== "before") expect(script, tab).not.toContain((set.script as ScriptView).say);
		}
	});

	test("what is done while it is open is to read aloud and close, and not to open it", () => {
		show(vestby({ kind: "avstemning" }), "vote");
		const script = page.querySelector(".script")?.textContent ?? "";
		expect(script).toContain("Avslutt når de fleste har stemt.");
		expect(script).not.toContain("Trykk");
	});

	test("a result told place by place is said to be, and the plan's words come when all of it is told", () => {
		const set = vestby({ kind: "resultat" });
		const result = set["results/v1"];
		const m = show({ ...set, "unveiled/v1": { vote: "v1", left: 2, result } }, "vote");
		expect(page.querySelector(".script")?.textContent).toContain("fra den siste plassen til den første");
		patch(m, { "unveiled/v1": { vote: "v1", left: 0, result } });
		expect(page.querySelector(".script")?.textContent).toContain((set.script as ScriptView).say);
	});

	test("nor does another way of voting", () => {
		show(round({ method: "dots", k: 5 }), "run");
		expect(text()).toContain("Dere har 5 poeng hver");
	});
});

test("ahead of the plan is said, or the end would be before what the plan lists", () => {
	const set = vestby({ kind: "runde" });
	const about = set.meeting as MeetingView;
	show({ ...set, meeting: { ...about, started: about.started + 24 * 60_000 } });
	expect(text()).toContain("20 minutter foran planen");
	expect(text()).not.toContain("I rute");
});

test("a proposal keeps its number when others are laid into it, and a press numbers them anew", () => {
	const set = vestby({ kind: "sammenslaing" });
	const all = Object.keys(set).filter((k) => k.startsWith("clusters/")).length;
	delete (set as Record<string, unknown>)["clusters/c-B"];
	const m = show(set, "merge");
	const numbers = () => [...page.querySelectorAll(".cl .n")].map((n) => Number(n.textContent)).sort((a, b) => a - b);
	expect(numbers()).not.toContain(2);
	expect(numbers()).toContain(all);
	act(() => button(`Gi dem nummer 1 til ${all - 1}`)?.click());
	expect(m.sent).toEqual([{ do: "cluster.number", with: {} }]);
});

test("once somebody has voted by the numbers, nobody is offered new ones", () => {
	const set = vestby({ kind: "resultat" });
	delete (set as Record<string, unknown>)["clusters/c-B"];
	show(set, "merge");
	expect(text()).not.toContain("Gi dem nummer");
});

test("a clock that ran out over too few ballots says that whoever leads closes the vote", () => {
	const set = vestby({ kind: "avstemning" });
	const [id, vote] = Object.entries(set).find(([k]) => k.startsWith("votes/")) as [string, VoteView];
	const clock = (ends: number) =>
		({ ...set, [id]: { ...vote, grace: 10 }, timer: { ends, left: 0, total: 60_000 } }) as Pictures;
	show(clock(noon - 5_000), "vote");
	expect(text()).not.toContain("Tida er ute");
	show(clock(noon - 11_000), "vote");
	expect(text()).toContain("Tida er ute, men det er så få sedler");
});

// The button that the script speaks of lay four hundred pixels below the screen.
test("before a vote its opening is the way on, at the foot; a vote that is taken again is opened in its form", () => {
	show(vestby({ kind: "avstemning", vote: "none" }), "vote");
	const opens = () => [...page.querySelectorAll("button")].filter((b) => b.textContent === nb["lead.vote.open_yes"]);
	expect(opens()).toHaveLength(1);
	expect(opens()[0]?.closest("footer")).not.toBeNull();
	expect(opens()[0]?.getAttribute("form")).toBe(page.querySelector("form.open-vote")?.id);
	show(vestby({ kind: "avstemning", vote: "cancelled" }), "vote");
	expect(opens()).toHaveLength(1);
	expect(opens()[0]?.closest("form")).not.toBeNull();
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { Pictures } from "../gen/protocol";
import type { Likeness } from "../net/api";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Merge } from "./merge";
import { found, layTogether, pilesOf } from "./piles";
import { VoteDesk } from "./vote";

let page: HTMLElement;
beforeEach(() => {
	vi.useFakeTimers();
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => {
	act(() => render(null, page));
	vi.unstubAllGlobals();
	vi.useRealTimers();
});

function show(pictures: Pictures = vestby({ kind: "sammenslaing" }), Desk: typeof Merge = Merge) {
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now: noon });
	act(() => render(<Desk m={m} />, page));
	return m;
}
const idea = (id: string) => page.querySelector(`.idea[data-key="${id}"]`) as HTMLElement;
const tap = (id: string) => act(() => idea(id).click());
const key = (k: string, on: EventTarget) =>
	act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key: k, bubbles: true, cancelable: true })));
const press = (name: string) =>
	act(() => [...page.querySelectorAll<HTMLElement>("button")].find((b) => b.textContent === name)?.click());
const chosen = () => page.querySelectorAll('.idea[aria-pressed="true"]').length;
const type = (words: string) =>
	act(() => {
		const field = page.querySelector("#pick") as HTMLInputElement;
		field.value = words;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
const enter = () =>
	act(() => void page.querySelector(".pick")?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));

/** hinted answers what is asked of the server with a likeness, and waits until the desk has it. */
async function hinted(hint: Likeness): Promise<string[]> {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(path);
		return new Response(JSON.stringify(hint));
	});
	await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
	return asked;
}

test("a text is taken away for good from the menu of its proposal too, and it asks first", () => {
	const m = show();
	act(() => page.querySelector<HTMLElement>(".cl .iconbtn")?.click());
	const [first] = pilesOf(m)[0]?.ideas ?? [];
	const away = [...page.querySelectorAll<HTMLElement>("dialog .turns button")];
	expect(away.length).toBe(pilesOf(m)[0]?.ideas.length);
	act(() => away[0]?.click());
	expect(m.sent).toEqual([]);
	expect(page.querySelector("dialog")?.textContent).toContain(first?.text);
	press("Fjern teksten");
	expect(m.sent).toEqual([{ do: "idea.redact", with: { id: first?.id } }]);
});

describe("from the heading, where the focus is on arrival", () => {
	test.each(["j", "m", "Enter", " ", "ArrowDown"])("%j goes to the first idea that stands alone", (k) => {
		const m = show();
		for (const from of [page.querySelector("h1") as HTMLElement, document.body]) {
			(document.activeElement as HTMLElement | null)?.blur();
			key(k, from);
			const lone = pilesOf(m).find((p) => p.ideas.length === 1) ?? pilesOf(m)[0];
			expect(document.activeElement?.getAttribute("data-key")).toBe(lone?.ideas[0]?.id);
		}
		expect(m.sent).toEqual([]);
	});

	test("a button keeps its own keys", () => {
		show();
		const add = [...page.querySelectorAll<HTMLElement>("button")].find((b) => b.textContent === nb["lead.merge.add"]);
		add?.focus();
		key(" ", add as HTMLElement);
		expect(document.activeElement).toBe(add);
	});
});

test("an idea that stands alone under its own words is read once", () => {
	const m = show();
	for (const p of pilesOf(m)) {
		const box = idea(p.ideas[0]?.id ?? "").closest(".cl") as HTMLElement;
		const once = p.ideas.length === 1 && p.title === p.ideas[0]?.text;
		expect(box.hasAttribute("data-alone"), p.title).toBe(once);
	}
	expect(page.querySelectorAll(".cl h2")).toHaveLength(pilesOf(m).length);
});

describe("by tap", () => {
	test("two ideas and one button lay them together, in the larger of their proposals, in one move", () => {
		const m = show();
		tap("i7-0");
		tap("i1-0");
		press("Slå sammen de 2");
		expect(m.sent).toEqual([{ do: "idea.move", with: { idea: "i7-0", to: "c-B" } }]);
		expect(chosen()).toBe(0);
	});

	test("of a proposal with more ideas the whole is laid, or by a button that says so only the one", () => {
		const two = () => {
			const m = show();
			const [large, small] = pilesOf(m)
				.filter((p) => p.ideas.length > 1)
				.sort((a, b) => b.ideas.length - a.ideas.length);
			tap(large?.ideas[0]?.id ?? "");
			tap(small?.ideas[0]?.id ?? "");
			return { m, into: large?.id, from: small };
		};
		const whole = two();
		press("Slå sammen de 2 forslagene");
		expect(whole.m.sent).toEqual([{ do: "cluster.join", with: { from: whole.from?.id, into: whole.into } }]);
		expect(chosen()).toBe(0);
		const one = two();
		press(nb["lead.merge.together_only"]);
		expect(one.m.sent).toEqual([{ do: "idea.move", with: { idea: one.from?.ideas[0]?.id, to: one.into } }]);
		expect(chosen()).toBe(0);
	});

	test("one more tap lets an idea go again", () => {
		show();
		tap("i7-0");
		tap("i1-0");
		tap("i7-0");
		expect(chosen()).toBe(1);
		expect(page.textContent).toContain("Ta ut igjen");
	});

	test("ideas of one proposal are together already: nothing is sent, and they stay chosen", () => {
		const m = show();
		tap("i0-0");
		tap("i0-1");
		press("Slå sammen de 2");
		expect(m.sent).toEqual([]);
		expect(chosen()).toBe(2);
	});
});

describe("with the menu", () => {
	test("what has been laid is marked no more, and does not go along with the next", () => {
		const m = show();
		tap("i7-0");
		press(nb["lead.merge.lay"]);
		type("");
		act(() => page.querySelector<HTMLElement>("dialog .pick li button")?.click());
		expect(m.sent).toHaveLength(1);
		expect(chosen()).toBe(0);
	});
});

describe("by key", () => {
	test("S lays the chosen together and Escape lets them go", () => {
		const m = show();
		tap("i7-0");
		key("Escape", idea("i7-0"));
		expect(chosen()).toBe(0);
		tap("i7-0");
		tap("i6-0");
		key("s", idea("i6-0"));
		expect(m.sent).toEqual([{ do: "idea.move", with: { idea: "i7-0", to: "c-G" } }]);
	});

	test("G takes the tables' own draft, wherever the focus is", () => {
		const m = show();
		key("g", page.querySelector("h1") as HTMLElement);
		expect(m.sent).toEqual([{ do: "cluster.join", with: { from: "c-C", into: "c-B" } }]);
	});

	test("M, the number on the board and Enter lay an idea there, also when the number stands in a text", () => {
		const m = show();
		key("m", idea("i7-0"));
		type("3");
		enter();
		expect(m.sent).toEqual([{ do: "idea.move", with: { idea: "i7-0", to: "c-C" } }]);
	});

	test("with nothing typed Enter takes what people said, and nothing when nothing is likely", () => {
		const m = show();
		key("m", idea("i7-0"));
		enter();
		expect(m.sent).toEqual([]);
		expect(page.querySelector("dialog")).not.toBeNull();
		act(() => void page.querySelector("dialog")?.dispatchEvent(new Event("close")));
		key("m", idea("i2-0"));
		expect(page.querySelector(".pick li")?.textContent).toContain("Bordene har sagt at det er det samme");
		enter();
		expect(m.sent).toEqual([{ do: "idea.move", with: { idea: "i2-0", to: "c-B" } }]);
	});

	test("nothing that is typed in a search is a key of the desk", () => {
		const m = show();
		key("m", idea("i7-0"));
		for (const k of ["g", "s", "t", "n"]) key(k, page.querySelector("#pick") as HTMLElement);
		expect(m.sent).toEqual([]);
	});
});

describe("likeness of words", () => {
	const hint: Likeness = {
		mentioned: 200,
		pairs: [
			{ a: "i7-0", b: "i6-0", alike: 400, words: ["minibuss"] },
			{ a: "i0-0", b: "i0-1", alike: 390, words: ["kommunen"] },
			{ a: "i1-0", b: "i2-0", alike: 380, words: ["oversikt"] },
			{ a: "i7-0", b: "i5-0", alike: 100, words: ["for"] },
		],
	};

	test("is asked for once the texts are quiet, and shown apart, below what the tables said, with its words", async () => {
		show();
		expect(page.querySelector("#alike")).toBeNull();
		expect(await hinted(hint)).toEqual(["/api/rooms/canned/likeness"]);
		const heads = [...page.querySelectorAll("aside .merge-drafts h2")].map((h) => h.textContent);
		expect(heads).toEqual(["Sagt av bordene", "Ligner i ordene"]);
		const pairs = page.querySelectorAll(".alike > li");
		expect(pairs).toHaveLength(1); // not what lies together, not what the tables have said, not the unlikely
		expect(pairs[0]?.textContent).toContain("Felles ord: minibuss");
	});

	test("is taken in one press, and left in one", async () => {
		const m = show();
		await hinted(hint);
		act(() => page.querySelector<HTMLElement>(".alike button")?.click());
		expect(m.sent).toEqual([{ do: "cluster.join", with: { from: "c-H", into: "c-G" } }]);
		act(() => page.querySelector<HTMLElement>(".alike button + button")?.click());
		expect(page.querySelector("#alike")).toBeNull();
	});

	test("orders the list, behind what people said, and says why", async () => {
		show();
		await hinted(hint);
		key("m", idea("i7-0"));
		const why = [...page.querySelectorAll(".pick li")].map((li) => li.querySelector("small")?.textContent ?? "");
		expect(why.filter(Boolean)).toEqual(["Ligner i ordene", "Ligner i ordene"]);
		expect(page.querySelector(".pick li")?.textContent).toContain("Gratis ferieaktiviteter");
	});

	test("without an answer the desk is as it was", async () => {
		show();
		vi.stubGlobal("fetch", () => Promise.reject(new Error("no net")));
		await act(async () => void (await vi.advanceTimersByTimeAsync(1000)));
		expect(page.querySelector("#alike")).toBeNull();
		expect(page.querySelector("#suggested")).not.toBeNull();
	});
});

describe("before the vote opens", () => {
	const six = vestby({ kind: "avstemning", vote: "none" });
	six.suggestions = { suggestions: [{ clusters: ["c-A", "c-B", "c-C", "c-D", "c-E", "c-F"], ideas: 22 }] };

	test("the facilitator is warned of what the tables have said is the same and still stands apart", () => {
		show(six, VoteDesk);
		expect(page.querySelector(".warn")?.textContent).toContain("6 forslag ligner.");
		expect(page.querySelector(".warn a")?.getAttribute("href")).toBe("#merge");
	});

	test("what is not on the ballot is not counted, and without marks nothing is said", () => {
		show(six, VoteDesk);
		act(() => page.querySelector<HTMLInputElement>("form input[type=checkbox]")?.click());
		expect(page.querySelector(".warn")?.textContent).toContain("5 forslag ligner.");
		show({ ...six, suggestions: { suggestions: [] } }, VoteDesk);
		expect(page.querySelector(".warn")).toBeNull();
	});
});

test("search puts the number first, then what is likely, then the order of the board", () => {
	const piles = pilesOf(cannedMeeting(vestby({ kind: "sammenslaing" }), { surface: "lead" }));
	const near = new Map([["c-F", { why: "words" as const, weight: 300 }]]);
	expect(found(piles, "", "c-A", near).map((p) => p.n)).toEqual([6, 2, 3, 4, 5, 7, 8]);
	expect(found(piles, "7", "c-A", near).map((p) => p.n)).toEqual([7]);
	expect(layTogether(piles, ["i7-0", "nobody"])).toBeUndefined();
});

test("with 300 ideas a merge touches the two proposals it is about, and no other", async () => {
	const set = vestby({ kind: "sammenslaing" });
	const one = set["ideas/i7-0"] as object;
	for (let n = 0; n < 300; n++) {
		set[`ideas/x${n}`] = { ...one, id: `x${n}`, text: `Forslag ${n} om noe som noen vil ha` };
		const cluster = {
			id: `c-x${n}`,
			title: `Forslag ${n}`,
			named: false,
			ideas: [`x${n}`],
			groups: [7],
			order: 100 + n,
		};
		set[`clusters/c-x${n}`] = cluster;
	}
	const m = show(set);
	expect(page.querySelectorAll(".cl")).toHaveLength(308);
	const changed = new Set<string>();
	const boxes = new Set<Element>();
	const seen = new MutationObserver((list) => {
		for (const r of list)
			for (const node of [...r.addedNodes, ...r.removedNodes])
				if (node instanceof Element) {
					boxes.add(node);
					changed.add(node.className);
				}
	});
	seen.observe(page.querySelector(".pile-cols") as Element, { subtree: true, childList: true });
	const a = m.store.get("clusters", "c-x0");
	act(() => {
		m.store.patched({
			t: "patch",
			from: m.store.seq.value,
			to: m.store.seq.value + 1,
			set: { "clusters/c-x0": { ...a, ideas: ["x0", "x100"], groups: [7, 7] } },
			del: ["clusters/c-x100"],
		});
	});
	await vi.advanceTimersByTimeAsync(0);
	seen.disconnect();
	expect(page.querySelectorAll(".cl")).toHaveLength(307);
	expect(boxes.size, [...changed].join()).toBeLessThan(6);
});

describe("the board's talk about the proposals", () => {
	test("begins with one that was laid together: of a lone idea nothing can be lost", () => {
		const set = vestby({ kind: "sammenslaing" });
		set["clusters/c-H"] = { ...(set["clusters/c-H"] as object), order: 0 };
		const m = show(set);
		press("Snakk om forslagene, ett om gangen");
		expect(m.sent).toEqual([{ do: "board.show", with: { what: "cluster", cluster: "c-A" } }]);
		show({ ...set, showing: { what: "cluster", cluster: "c-H" } });
		expect(page.textContent).toContain("8 av 8");
		expect(page.textContent).not.toContain("Vis forslag");
	});

	test("the first, then the next, and back; a second press on the way is the same press", () => {
		const m = show();
		press("Snakk om forslagene, ett om gangen");
		press("Snakk om forslagene, ett om gangen");
		expect(m.sent).toEqual([{ do: "board.show", with: { what: "cluster", cluster: "c-A" } }]);
		const there = show({ ...vestby({ kind: "sammenslaing" }), showing: { what: "cluster", cluster: "c-A" } });
		press("Vis forslag 2");
		expect(there.sent).toEqual([{ do: "board.show", with: { what: "cluster", cluster: "c-B" } }]);
		const last = show({ ...vestby({ kind: "sammenslaing" }), showing: { what: "cluster", cluster: "c-H" } });
		expect(page.textContent).not.toContain("Vis forslag");
		press("Tilbake til vanlig tavle");
		expect(last.sent).toEqual([{ do: "board.show", with: { what: "" } }]);
	});
});

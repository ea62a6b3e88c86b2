import { render } from "preact";
import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { vestby } from "../board/canned";
import type { Pictures } from "../gen/protocol";
import { page, patch, press, show, submit, text, write } from "./stage";

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

test("whether the result is told place by place is asked as everything else is asked", () => {
	show(vestby({ kind: "avstemning", vote: "counted" }), "vote");
	const box = [...page.querySelectorAll("label")].find((l) => l.textContent?.includes("plass for plass"));
	expect(box?.querySelector("input")?.className).toBe("ds-input");
});

test("after the count the heading is the vote's result, not that it is secret", () => {
	show(vestby({ kind: "resultat" }), "vote");
	expect(page.querySelector("h1")?.textContent).toBe(nb["lead.vote.was"]);
});

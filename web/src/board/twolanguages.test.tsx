import { afterEach, describe, expect, test } from "vitest";
import en from "../../locales/en.json";
import nb from "../../locales/nb.json";
import { allPhaseKind, type Pictures } from "../gen/protocol";
import { useSecond } from "../words/second";
import { useWords } from "../words/words";
import { noon, vestby, type Wanted } from "./canned";
import { onBoard } from "./canned/onboard";
import { page, press, scenes, show, text } from "./stage";

/** What may stand in one language: it is set around somebody's own words, which have none other. */
const alone = new Set<string>(["board.because"]);

/** What can happen in a meeting beside what a canned one has. */
interface Odd {
	nothing?: boolean;
	locked?: boolean;
	practice?: boolean;
	sign?: boolean;
	late?: boolean;
	stopped?: boolean;
	unsettled?: boolean;
	posters?: boolean;
	round?: number;
	grace?: number;
	tied?: boolean;
	code?: boolean;
}

function odd(set: Pictures, how: Odd): Pictures {
	const about = set.meeting as object;
	const vote = set["votes/v1"] as object;
	if (how.nothing) for (const key of Object.keys(set)) if (key.includes("/")) delete set[key];
	if (how.locked) set.meeting = { ...about, locked: true };
	if (how.practice) set.meeting = { ...about, practice: true };
	if (how.unsettled) set.meeting = { ...about, decides: "", answerBy: "" };
	if (how.sign) set.sign = { number: 47 };
	if (how.late) set.timer = { ends: noon - 5000, left: 0, total: 240_000 };
	if (how.stopped) set.timer = { ends: 0, left: 60_000, total: 240_000 };
	if (how.posters)
		set["posters/w1"] = { id: "w1", sort: "can", text: "Vi har plass på laget", from: "IL Fram", order: 1 };
	if (how.grace) set["votes/v1"] = { ...vote, grace: how.grace };
	if (how.round) {
		set["votes/v0"] = { ...vote, id: "v0", status: "counted", order: 40 };
		set["results/v0"] = { ...(set["results/v1"] as object), vote: "v0" };
		set["votes/v1"] = { ...vote, follows: "v0", round: how.round };
	}
	if (how.tied) {
		const { rows } = set["results/v1"] as { rows: { marks: number; rank: number }[] };
		Object.assign(rows[3] as object, { marks: rows[2]?.marks, rank: 3 });
	}
	return set;
}

describe("two languages", () => {
	afterEach(() => useSecond("", {}));

	test("the second stands on a line of its own, marked as what it is, and nothing is mixed in one", () => {
		useSecond("en", en);
		show(onBoard(vestby({ kind: "avstemning", two: true })));
		const title = page.querySelector("h1");
		expect(title?.firstChild?.textContent).toBe("Velg opptil 3");
		expect(title?.querySelector(".also")?.getAttribute("lang")).toBe("en");
		expect(title?.querySelector(".also")?.textContent).toBe("Choose up to 3");
		expect(page.querySelectorAll(".options .also[lang=en]")).toHaveLength(8);
	});

	test.each([
		["lobby", {}, ".tables h2", "40 here"],
		["plenum", {}, ".heading h1", "Group"],
		["ansvarlig", {}, "main h1", "take home"],
		["avstemning", { vote: "cancelled" }, ".count p", "cancelled"],
		["avrunding", { ended: true }, "main h1", "Thank"],
	] as const)("what the house says itself in %s is said in both", (kind, more, where, said) => {
		useSecond("en", en);
		show(onBoard(vestby({ kind, two: true, ...more })));
		expect(page.querySelector(`${where} .also[lang=en]`)?.textContent).toContain(said);
	});

	// Each text shows its own name, in one sort of brackets for each language, so that nothing has to be guessed.
	const marked = (open: string, close: string) =>
		Object.fromEntries(Object.keys(nb).map((key) => [key, `${open}${key}${close}`]));
	const seen = (text: string, open: string, close: string) =>
		new Set(text.match(new RegExp(`${open}[^${close}]+${close}`, "g"))?.map((found) => found.slice(1, -1)));

	test.each([
		...scenes.map((wanted): Wanted & Odd => ({ ...wanted, two: true })),
		{ kind: "pause", two: true, nothing: true },
		{ kind: "sammenslaing", two: true, nothing: true },
		{ kind: "resultat", two: true, nothing: true },
		{ kind: "ansvarlig", two: true, nothing: true },
		{ kind: "plenum", two: true, nothing: true },
		{ kind: "lobby", two: true, nothing: true },
		{ kind: "runde", two: true, locked: true },
		{ kind: "runde", two: true, locked: true, code: true },
		{ kind: "runde", two: true, practice: true },
		{ kind: "runde", two: true, sign: true },
		{ kind: "runde", two: true, late: true },
		{ kind: "runde", two: true, stopped: true },
		{ kind: "stille", two: true, late: true },
		{ kind: "avrunding", two: true, unsettled: true },
		{ kind: "bli_kjent", two: true, posters: true },
		{ kind: "plenum", two: true, put: "apart" },
		{ kind: "resultat", two: true, put: "flow" },
		{ kind: "sammenslaing", two: true, put: "flow" },
		{ kind: "avstemning", two: true, round: 2 },
		{ kind: "avstemning", two: true, grace: 10 },
		{ kind: "avstemning", two: true, grace: 10, late: true },
		{ kind: "avstemning", two: true, grace: 1, late: true },
		{ kind: "resultat", two: true, round: 2 },
		{ kind: "resultat", two: true, tied: true },
		{ kind: "resultat", two: true, secret: false },
		{ kind: "stemning", two: true, vote: "counted" },
	] satisfies (Wanted & Odd)[])("no text of ours stands in one language of two: %o", (wanted) => {
		const odds: Odd = wanted;
		const set = odd(onBoard(vestby(wanted)), odds);
		useWords("nb", marked("⟦", "⟧"));
		useSecond("en", marked("⟪", "⟫"));
		show(set, { link: { is: "offline" } });
		if (odds.code) press("q");
		for (const let_be of page.querySelectorAll(".vh, .controls, .ask, .film button")) let_be.remove();
		const first = seen(text(), "⟦", "⟧");
		expect(first.size).toBeGreaterThan(0);
		const spoken = [...page.querySelectorAll(".also[lang=en]")].map((also) => also.textContent).join();
		const second = seen(spoken, "⟪", "⟫");
		expect([...first].filter((key) => !second.has(key) && !alone.has(key))).toEqual([]);
	});

	test("a day is written as each language writes it", () => {
		useSecond("en", en);
		show(onBoard(vestby({ kind: "lobby", two: true })));
		const date = page.querySelector(".board-foot b");
		expect(date?.firstChild?.textContent).toBe("Svaret kommer innen 29. januar 2021.");
		expect(date?.querySelector(".also")?.textContent).toBe("You will hear back by 29 January 2021.");
	});

	test("where nobody has typed a second line there is none", () => {
		useSecond("en", en);
		show(onBoard(vestby({ kind: "avstemning" })));
		expect(page.querySelectorAll(".options .also")).toHaveLength(0);
	});

	test("a meeting in one language has none at all", () => {
		for (const kind of allPhaseKind) {
			show(onBoard(vestby({ kind })));
			expect(page.querySelectorAll(".also"), kind).toHaveLength(0);
		}
	});
});

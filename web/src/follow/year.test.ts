import { expect, test } from "vitest";
import type { Turn } from "../gen/protocol";
import { dateIn } from "../state/moment";
import { keyIn, read } from "./address";
import { between, later } from "./calendar";
import { fold } from "./rows";
import { standing } from "./statusyear";

test("a day is the meeting's own, not the machine's", () => {
	const late = Date.UTC(2021, 8, 30, 22, 30);
	expect([dateIn(late, "Europe/Oslo"), dateIn(late, "UTC")]).toEqual(["2021-10-01", "2021-09-30"]);
	expect(between("2020-11-25", "2021-10-01")).toBe(310);
	expect(between("2021-03-27", "2021-03-29")).toBe(2); // over the change to summer time
	expect(later("2020-11-25", 365)).toBe("2021-11-25");
});

test("a key in the address is not a page, and a page is not a key", () => {
	expect(keyIn("#0JSKZJN09XPFKM1CTZVSZM9ZNP")).toBe("0JSKZJN09XPFKM1CTZVSZM9ZNP");
	expect(keyIn("#/measure/m1")).toBe("");
	expect(read("#/measure/m1")).toEqual({ page: "measures", way: "list", measure: "m1" });
	expect(read("#/measures/board")).toEqual({ page: "measures", way: "board", measure: "" });
	expect(read("#/answer")).toEqual({ page: "answer", way: "list", measure: "" });
	expect(read("#/nowhere")).toEqual({ page: "measures", way: "list", measure: "" });
});

test("searching minds neither case nor accents, and knows å from a", () => {
	expect(fold("Kafé i SKOLEGÅRDEN")).toBe("kafe i skolegården");
	expect(fold("ÆØÅ")).toBe("æøå");
});

const turn = (date: string, status: Turn["status"]): Turn => ({
	seq: 1,
	at: Date.parse(`${date}T12:00:00Z`),
	by: { role: "followup", as: "" },
	status,
	says: "",
	help: false,
});

test("how it stood at the end of each month: what nobody has confirmed for sixty days is unknown", () => {
	const list = [
		{ turns: [turn("2020-12-11", "i-gang"), turn("2021-03-01", "pa-plass")] },
		{ turns: [turn("2021-01-29", "lagt-bort")] },
		{ turns: [] },
	];
	const columns = standing(list, "2020-11-25", "2021-04-20", (at) => new Date(at).toISOString().slice(0, 10));
	const said = columns.map((c) => [c.month, ...Object.entries(c.n).flatMap(([s, n]) => (n ? [`${n} ${s}`] : []))]);
	expect(said).toEqual([
		["2020-11", "3 ikke-startet"],
		["2020-12", "2 ikke-startet", "1 i-gang"],
		["2021-01", "1 i-gang", "1 lagt-bort", "1 ukjent"],
		["2021-02", "1 lagt-bort", "2 ukjent"],
		["2021-03", "1 pa-plass", "1 lagt-bort", "1 ukjent"],
		["2021-04", "1 pa-plass", "1 lagt-bort", "1 ukjent"],
	]);
	for (const c of columns) expect(Object.values(c.n).reduce((a, b) => a + b)).toBe(list.length);
});

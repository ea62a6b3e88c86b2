// @vitest-environment node
import { expect, test } from "vitest";
import { noon, vestby } from "../board/canned";
import type { PhaseKind } from "../gen/protocol";
import { Store } from "../state/store";
import { adviceOf } from "./advice";

function known(kind: PhaseKind, over: { left?: number; reached?: boolean; unplaced?: number } = {}) {
	const store = new Store(vestby({ kind }));
	const step = store.one("step");
	const total = (step?.minutes ?? 0) * 60_000;
	return {
		step,
		timer: { ends: noon + (over.left ?? 222_000), left: 0, total },
		now: noon,
		groups: store.list("groups", (g) => g.n),
		progress: store.all("progress"),
		seats: store.list("seats", (s) => s.n),
		unplaced: over.unplaced ?? 0,
		reached: over.reached ?? true,
	};
}
const kinds = (k: ReturnType<typeof known>) => adviceOf(k).map((a) => a.kind);

test("a hand comes before everything else", () => {
	expect(adviceOf(known("stille"))[0]).toEqual({ kind: "help", group: 7, seat: "p35", n: 35 });
});

test("a table without notes is left in peace for two minutes", () => {
	expect(kinds(known("stille", { left: 5 * 60_000 }))).not.toContain("quiet");
	expect(adviceOf(known("stille", { left: 3 * 60_000 }))).toContainEqual({ kind: "quiet", group: 5, minutes: 3 });
});

test("a table whose phones are all gone is looked in on where phones are used, and is asked for no notes", () => {
	const dark = [
		{ n: 5, on: 0, of: 6 },
		{ n: 6, on: 2, of: 6 },
	];
	const at = (kind: PhaseKind) => adviceOf({ ...known(kind, { left: 3 * 60_000 }), dark });
	expect(at("stille")).toContainEqual({ kind: "dark", group: 5 });
	expect(at("stille").filter((a) => "group" in a && a.group === 6)).toEqual([]);
	expect(at("stille").map((a) => a.kind)).not.toContain("quiet");
	for (const away of ["samtale", "plenum", "pause", "info"] as const)
		expect(at(away).map((a) => a.kind)).not.toContain("dark");
});

test("tables that have something and have not sent it are named towards the end of the round", () => {
	expect(kinds(known("tiltak", { left: 10 * 60_000 }))).not.toContain("unsent");
	const late = adviceOf(known("tiltak", { left: 60_000 })).filter((a) => a.kind === "unsent");
	expect(late.map((a) => ("group" in a ? a.group : 0))).toEqual([3, 4, 5, 6, 7]);
});

test("people without a table matter once the doors are open, not while they arrive", () => {
	expect(kinds(known("lobby", { unplaced: 4 }))).not.toContain("unplaced");
	expect(kinds(known("stille", { unplaced: 4 }))).toContain("unplaced");
});

test("that no phone has come through is said while nobody is here, and no longer", () => {
	const empty = { ...known("lobby", { reached: false }), seats: [] };
	expect(kinds(empty)).toContain("unreached");
	expect(kinds(known("lobby", { reached: false }))).not.toContain("unreached");
});

test("the next table is called a minute before, and the one that talks on is thanked", () => {
	const telling = { order: [4, 5], now: 4, next: 5 };
	const at = (left: number, over = telling) => adviceOf({ ...known("plenum", { left }), telling: over });
	expect(at(61_000).map((a) => a.kind)).not.toContain("ready");
	expect(at(60_000)).toContainEqual({ kind: "ready", group: 5 });
	expect(at(0)).toContainEqual({ kind: "long", group: 4, next: 5 });
	expect(at(30_000, { order: [4, 5], now: 5, next: 0 }).map((a) => a.kind)).not.toContain("ready");
});

test("texts that wait to be let through are said", () => {
	expect(adviceOf({ ...known("plenum"), held: 3 })).toContainEqual({ kind: "held", n: 3 });
});

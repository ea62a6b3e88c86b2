import { expect, test } from "vitest";
import type { ClusterView, ResultView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { resultOf } from "../ui/outcome";
import { vestby } from "./canned";
import { band, roadsOf } from "./roads";
import { likeOf } from "./talk";

const m = cannedMeeting(vestby({ kind: "resultat" }), { surface: "board" });
const clusters = m.store.list("clusters", (c) => c.order);
const result = resultOf(m);

const inside = (x: number) => x >= 0 && x <= 100;

test("24 roads run from seven tables into eight proposals, the one most chose on top", () => {
	const map = roadsOf(clusters, result);
	expect(map.roads).toHaveLength(24);
	expect(map.tables.map((s) => s.n)).toEqual([1, 2, 3, 4, 5, 6, 7]);
	expect(map.targets).toHaveLength(8);
	expect(map.first?.key).toBe("c-A");
	expect(map.roads.filter((r) => r.first)).toHaveLength(6);
	for (const r of map.roads) expect(inside(r.from) && inside(r.to), r.key).toBe(true);
	expect(band(map.roads[0] as (typeof map.roads)[0])).toMatch(/^M0 [\d.]+C/);
});

test("before the count nothing is first, and no number is drawn", () => {
	const map = roadsOf(clusters, undefined);
	expect(map.first).toBeUndefined();
	expect(map.targets.every((s) => s.votes === undefined)).toBe(true);
	expect(map.targets.map((s) => s.key)).toEqual(clusters.map((c) => c.id));
});

test("two that share the first place are neither of them the one", () => {
	const rows = (result as ResultView).rows.map((r, i) => (i < 2 ? { ...r, rank: 1, marks: 30 } : r));
	expect(roadsOf(clusters, { ...(result as ResultView), rows }).first).toBeUndefined();
});

test("of 300 ideas in 60 proposals every one is in a road, and the rows are few enough to read", () => {
	const many = Array.from({ length: 60 }, (_, n): ClusterView => {
		const ideas = Array.from({ length: 5 }, (_, k) => `i${n}-${k}`);
		const groups = ideas.map((_, k) => (n + k) % 17);
		return { id: `c${n}`, title: `Forslag ${n}`, named: false, ideas, groups, order: n };
	});
	const map = roadsOf(many, undefined);
	expect(map.targets).toHaveLength(10);
	expect(map.targets.at(-1)).toMatchObject({ key: "rest", n: 51 });
	expect(map.roads.length).toBeLessThanOrEqual(17 * 10);
	for (const r of map.roads) expect(inside(r.from) && inside(r.to) && r.wide > 0, r.key).toBe(true);
	const last = map.targets.at(-1);
	expect((last?.at ?? 0) + (last?.tall ?? 0)).toBeLessThanOrEqual(100);
});

test("what at least two tables have planned alike is said once; what one alone has planned is not alike", () => {
	const draft = (who: string, first: string) => ({ who, first, due: "" });
	expect(likeOf([draft("Kultur", "Ring"), draft("kultur", "Skriv"), draft("", "")])).toEqual({ who: "Kultur" });
	expect(likeOf([draft("Kultur", ""), draft("", "")])).toEqual({});
});

test("a result that is only preliminary is not the one that most chose", () => {
	const early = vestby({ kind: "resultat" });
	early["results/v1"] = { ...(early["results/v1"] as object), early: true };
	expect(resultOf(cannedMeeting(early, { surface: "board" }))).toBeUndefined();
});

import type { CardView, ClusterView, IdeaView, Pictures, ResultView } from "../../gen/protocol";
import { longest } from "./longest";

/** What the leads have put on the board: the roads, or one proposal whose tables have planned the same, or each its own. */
export type Put = "flow" | "alike" | "apart";

/**
 * show puts it there. A proposal that is talked about has a card behind each idea and a plan beside it: the first
 * proposal has the most ideas, each with a plan of its own; in another everything its tables have planned is alike.
 */
export function show(set: Pictures, put: Put, long?: boolean): void {
	const cluster = put === "flow" ? "" : put === "apart" ? "c-A" : "c-E";
	set.showing = { what: put === "flow" ? "flow" : "cluster", cluster, slide: "", playing: false, n: 0, of: 0, at: "" };
	const ideas = (set[`clusters/${cluster}`] as ClusterView | undefined)?.ideas ?? [];
	for (const [n, id] of ideas.entries()) {
		const idea = set[`ideas/${id}`] as IdeaView;
		const own = put === "apart" ? `${n + 1} ` : "";
		const draft = {
			who: own + (long ? longest(78) : "Frivilligsentralen"),
			first: own + (long ? longest(138) : "Ringe lagene i bygda"),
			due: `2021-02-0${put === "apart" ? n + 1 : 1}`,
		};
		set[`ideas/${id}`] = { ...idea, card: `K-0${[1, 4, 9, 7, 8][n % 5]}`, draft };
	}
	if (put === "flow" && long) spread(set);
	if (!long) return;
	for (const [key, view] of Object.entries(set)) {
		if (key.startsWith("cards/")) set[key] = { ...(view as CardView), title: longest(60) };
	}
}

/** spread lets the ideas come from as many tables as there is room for, and one proposal be the first. */
function spread(set: Pictures): void {
	let n = 0;
	for (const [key, view] of Object.entries(set)) {
		if (!key.startsWith("clusters/")) continue;
		const cluster = view as ClusterView;
		set[key] = { ...cluster, groups: cluster.ideas.map(() => (n++ === 0 ? 101 : 1 + (n % 27))) };
	}
	const result = set["results/v1"] as ResultView | undefined;
	if (!result) return;
	const rows = result.rows.map((r, i) => (i === 0 ? { ...r, rank: 1 } : { ...r, rank: i + 1, marks: r.marks - 1 }));
	set["results/v1"] = { ...result, rows };
}

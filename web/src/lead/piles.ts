import type { ClusterView, IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";

/** A proposal with its ideas, under the number it has on the board. */
export interface Pile {
	id: string;
	n: number;
	title: string;
	ideas: IdeaView[];
}

export function pilesOf(m: Meeting): Pile[] {
	const ideas = m.store.all("ideas");
	return m.store
		.list("clusters", (c) => c.order)
		.map((c: ClusterView, i) => ({
			id: c.id,
			n: i + 1,
			title: c.title,
			ideas: c.ideas.map((id) => ideas.get(id)).filter((x): x is IdeaView => x !== undefined),
		}));
}

/**
 * dealt lays the piles in columns, each next one where there is most room, so that a change in one
 * pile moves only those under it.
 */
export function dealt(piles: readonly Pile[], columns: number): Pile[][] {
	const cols = Array.from({ length: columns }, () => ({ piles: [] as Pile[], tall: 0 }));
	for (const p of piles) {
		const to = cols.reduce((a, b) => (b.tall < a.tall ? b : a));
		to.piles.push(p);
		to.tall += 2 + p.ideas.reduce((sum, i) => sum + 1 + Math.floor(i.text.length / 45), 0);
	}
	return cols.map((c) => c.piles);
}

/** found searches titles and ideas, for laying one thing with another. */
export function found(piles: readonly Pile[], words: string, not: string): Pile[] {
	const wanted = words.trim().toLocaleLowerCase();
	return piles.filter(
		(p) => p.id !== not && [p.title, ...p.ideas.map((i) => i.text)].some((s) => s.toLocaleLowerCase().includes(wanted)),
	);
}

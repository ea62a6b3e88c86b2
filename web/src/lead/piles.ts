import type { ClusterView, IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { says } from "../ui/said";

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
		.map((c: ClusterView) => ({
			id: c.id,
			n: c.order,
			title: c.title,
			ideas: c.ideas.map((id) => ideas.get(id)).filter((x): x is IdeaView => x !== undefined),
		}));
}

/** tall is about how much room a pile takes, in lines. */
const tall = (p: Pile): number => 2 + p.ideas.reduce((sum, i) => sum + 1 + Math.floor(says(i).length / 45), 0);

/**
 * dealt lays the piles in columns. One that has a place keeps it, so that a merge moves only what lies below; a new
 * one goes where there is most room. When the columns have become too unlike, all are dealt anew.
 */
export function dealt(piles: readonly Pile[], columns: number, kept = new Map<string, number>()): Pile[][] {
	const cols = Array.from({ length: columns }, () => ({ piles: [] as Pile[], tall: 0 }));
	const shortest = () => cols.reduce((a, b) => (b.tall < a.tall ? b : a));
	for (const p of piles) {
		const to = cols[kept.get(p.id) ?? -1] ?? shortest();
		to.piles.push(p);
		to.tall += tall(p);
	}
	const most = Math.max(...cols.map((c) => c.tall));
	if (kept.size && most > 2 * shortest().tall + 12) return dealt(piles, columns);
	return cols.map((c) => c.piles);
}

/** Why a proposal stands early in a list: the tables have said so, or the words are alike. */
export interface Near {
	why: "said" | "words";
	weight: number;
}

/** found searches titles, ideas and the numbers on the board. What is likely to belong together stands first. */
export function found(
	piles: readonly Pile[],
	words: string,
	not: string,
	near: ReadonlyMap<string, Near> = new Map(),
): Pile[] {
	const wanted = words.trim().toLowerCase();
	const hits = piles.filter(
		(p) =>
			p.id !== not &&
			(String(p.n) === wanted ||
				[p.title, ...p.ideas.flatMap((i) => [i.text, i.norsk ?? ""])].some((s) => s.toLowerCase().includes(wanted))),
	);
	const weight = (p: Pile) => (String(p.n) === wanted ? Number.MAX_VALUE : (near.get(p.id)?.weight ?? 0));
	return hits.sort((a, b) => weight(b) - weight(a) || a.n - b.n);
}

/** layTogether is how some ideas come to lie in one proposal with as few moves as can be: in the largest they lie in already. */
export function layTogether(
	piles: readonly Pile[],
	ideas: readonly string[],
): { homes: Pile[]; into: Pile; moved: string[] } | undefined {
	const homes = piles.filter((p) => p.ideas.some((i) => ideas.includes(i.id)));
	const [first] = homes;
	if (!first || homes.length < 2) return undefined;
	const into = homes.reduce((a, b) => (b.ideas.length > a.ideas.length ? b : a), first);
	const moved = homes
		.filter((p) => p !== into)
		.flatMap((p) => p.ideas.map((i) => i.id).filter((id) => ideas.includes(id)));
	return { homes, into, moved };
}

/** torn tells whether somebody would be left behind: an idea that is moved alone out of a proposal with others in it. */
export const torn = (homes: readonly Pile[], into: Pile, moved: readonly string[]): boolean =>
	homes.some((p) => p !== into && p.ideas.some((i) => !moved.includes(i.id)));

/** cut shortens a text for a message. */
export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text);

import type { ClusterView, ResultView } from "../gen/protocol";

/** Road is what went from one table into one proposal: a band from one height to another, in hundredths of the picture. */
export interface Road {
	key: string;
	from: number;
	to: number;
	wide: number;
	first: boolean;
}

export interface Stop {
	key: string;
	at: number;
	tall: number;
}

export interface Target extends Stop {
	title: string;
	also: string | undefined;
	votes: number | undefined;
	first: boolean;
	/** How many proposals lie in this row, when they are too many for a row each. */
	n: number;
}

export interface Map {
	tables: (Stop & { n: number })[];
	targets: Target[];
	roads: Road[];
	first: Target | undefined;
}

const rows = 10;

/**
 * roadsOf draws how ideas ran into proposals. Each table and each proposal is as tall as it has ideas, with air between;
 * from a table to a proposal goes one road for each idea, or one broad one when there are more than the eye can follow.
 */
export function roadsOf(clusters: readonly ClusterView[], result: ResultView | undefined): Map {
	const votes = new Map(result?.rows.map((r) => [r.id, r]));
	const rank = (c: ClusterView) => votes.get(c.id)?.rank ?? Number.MAX_SAFE_INTEGER;
	const ordered = [...clusters].sort((a, b) => rank(a) - rank(b) || a.order - b.order);
	const shown = ordered.length > rows ? ordered.slice(0, rows - 1) : ordered;
	const rest = ordered.slice(shown.length);
	const won = ordered.filter((c) => rank(c) === 1 && (votes.get(c.id)?.marks ?? 0) > 0);
	const winner = won.length === 1 ? won[0] : undefined;
	const all = ordered.reduce((sum, c) => sum + c.ideas.length, 0);

	const bins = shown.map((c) => ({ key: c.id, title: c.title, groups: c.groups, of: [c] }));
	if (rest.length) bins.push({ key: "rest", title: "", groups: rest.flatMap((c) => c.groups), of: rest });
	const tall = share(bins.map((b) => b.groups.length));
	const targets = bins.map((b, i): Target => {
		const [c] = b.of;
		const place = tall[i] as Stop;
		const marks = b.of.length === 1 && c ? votes.get(c.id)?.marks : undefined;
		const also = b.of.length === 1 ? c?.also : undefined;
		return {
			...place,
			key: b.key,
			title: b.title,
			also,
			votes: marks,
			first: c === winner && !!winner,
			n: b.of.length,
		};
	});

	const numbers = [...new Set(clusters.flatMap((c) => c.groups))].sort((a, b) => (a || 1e6) - (b || 1e6));
	const sent = numbers.map((n) => clusters.reduce((sum, c) => sum + c.groups.filter((g) => g === n).length, 0));
	const places = share(sent);
	const tables = numbers.map((n, i) => ({ ...(places[i] as Stop), key: `g${n}`, n }));

	const out = tables.map((s) => s.at);
	const into = targets.map((s) => s.at);
	const roads: Road[] = [];
	tables.forEach((table, a) => {
		targets.forEach((target, b) => {
			const n = bins[b]?.groups.filter((g) => g === table.n).length ?? 0;
			const leave = table.tall / (sent[a] as number);
			const enter = target.tall / (bins[b]?.groups.length ?? 1);
			const each = all > 60 ? n : 1;
			for (let k = 0; k < n; k += each) {
				const wide = Math.min(leave, enter) * each * 0.6;
				const from = (out[a] as number) + (leave * each) / 2;
				const to = (into[b] as number) + (enter * each) / 2;
				roads.push({ key: `${table.key} ${target.key} ${k}`, from, to, wide, first: target.first });
				(out[a] as number) += leave * each;
				(into[b] as number) += enter * each;
			}
		});
	});
	return { tables, targets, roads, first: targets.find((x) => x.first) };
}

/** share gives each a part of the height by its number, with a third of the height as air, and none so small that its name has no room. */
function share(numbers: readonly number[]): Stop[] {
	const sum = numbers.reduce((a, b) => a + b, 0) || 1;
	const slot = 100 / Math.max(1, numbers.length);
	// So much of the height is shared out evenly that a name of two lines has its row, and the rest by number.
	const even = 0.7;
	let top = 0;
	return numbers.map((n, i) => {
		const room = slot * even + (100 * (1 - even) * n) / sum;
		const stop = { key: String(i), at: top + room * 0.15, tall: room * 0.7 };
		top += room;
		return stop;
	});
}

/** band is a road as a shape, so that it may be stretched to any picture. */
export function band({ from, to, wide }: Road): string {
	const [a, b, c, d] = [from - wide / 2, to - wide / 2, to + wide / 2, from + wide / 2];
	return `M0 ${f(a)}C50 ${f(a)} 50 ${f(b)} 100 ${f(b)}V${f(c)}C50 ${f(c)} 50 ${f(d)} 0 ${f(d)}Z`;
}

const f = (x: number) => x.toFixed(2);

/** What a press does to the turns: the order as it becomes, and who gets the floor by it. */
export interface Turn {
	order: number[];
	call?: number;
}

/**
 * sooner moves a table up one place. Past the one that tells it takes the floor, and the other comes right after: the room
 * goes by the order, so whoever were left above would never be called.
 */
export function sooner(order: readonly number[], now: number, n: number): Turn {
	const at = order.indexOf(n);
	const above = order[at - 1];
	if (above === undefined) return { order: [...order] };
	const moved = [...order.slice(0, at - 1), n, above, ...order.slice(at + 1)];
	return above === now ? { order: moved, call: n } : { order: moved };
}

/** later lets the table below go first. */
export function later(order: readonly number[], now: number, n: number): Turn {
	const below = order[order.indexOf(n) + 1];
	return below === undefined ? { order: [...order] } : sooner(order, now, below);
}

/** give passes the floor on to a table out of turn: it comes right after the one that tells, and the rest as before. */
export function give(order: readonly number[], now: number, n: number): Turn {
	const rest = order.filter((g) => g !== n);
	const at = now ? rest.indexOf(now) + 1 : rest.length;
	return { order: [...rest.slice(0, at), n, ...rest.slice(at)], call: n };
}

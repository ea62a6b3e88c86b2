const ways: Record<string, [number, number]> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0],
};

/** walk moves the focus to the nearest `what` in the direction of an arrow key. It tells whether the key was one. */
export function walk(e: KeyboardEvent, what: string): boolean {
	const way = ways[e.key];
	const from = e.target instanceof HTMLElement ? e.target.closest<HTMLElement>(what) : null;
	if (!way || !from) return false;
	e.preventDefault();
	const at = middle(from);
	let best: HTMLElement | undefined;
	let near = Number.POSITIVE_INFINITY;
	const all = [...document.querySelectorAll<HTMLElement>(what)];
	for (const el of all) {
		const to = middle(el);
		const along = (to.x - at.x) * way[0] + (to.y - at.y) * way[1];
		const beside = Math.abs((to.x - at.x) * way[1]) + Math.abs((to.y - at.y) * way[0]);
		const far = along + 3 * beside;
		if (el !== from && along > 4 && far < near) [best, near] = [el, far];
	}
	// At the foot of a column the next one goes on, as one reads.
	if (way[1]) best ??= all[all.indexOf(from) + way[1]];
	best?.focus();
	return true;
}

function middle(el: HTMLElement): { x: number; y: number } {
	const r = el.getBoundingClientRect();
	return { x: r.left + r.width / 2, y: r.top + r.height / 2 };
}

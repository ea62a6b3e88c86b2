const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;

/** told prints one line of the bench: the best, the middle and the spread of ours, and how many times the bare page's. */
export function told(what: string, ours: number[], bare: number[], unit: string, goal: string): void {
	const n = (x: number) => (x < 10 ? x.toFixed(1) : x.toFixed(0));
	const best = Math.min(...ours);
	const least = Math.min(...bare);
	console.info(
		`${what.padEnd(44)} best ${n(best)} ${unit}, median ${n(median(ours))}, spread ${n(best)}–${n(Math.max(...ours))}; ` +
			`bare ${n(least)} ${unit}: ${(best / Math.max(least, 0.01)).toFixed(1)} x bare; goal ${goal}`,
	);
}

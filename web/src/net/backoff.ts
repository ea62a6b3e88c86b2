/**
 * How long to wait before knocking again: full jitter, so that a hall of
 * phones that lost the same network does not come back in step.
 */
export class Backoff {
	#failures = 0;

	constructor(private readonly random: () => number = Math.random) {}

	get failures(): number {
		return this.#failures;
	}

	/** next is rand(0, min(15 s, 0.5 s · 2ⁿ)). */
	next(): number {
		const most = Math.min(15_000, 500 * 2 ** Math.min(this.#failures, 10));
		this.#failures++;
		return this.random() * most;
	}

	reset(): void {
		this.#failures = 0;
	}
}

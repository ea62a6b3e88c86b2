import { type ReadonlySignal, signal } from "@preact/signals";

/**
 * The meeting's clock, as the server told it in `hi.now`. It counts on the
 * device's monotonic clock, so that a phone with the wrong time, or one whose
 * time is corrected in the middle of a round, shows what the board shows.
 */
export class Clock {
	#at = 0;
	#now = Date.now();
	#tick = signal(Date.now());
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(private readonly steady: () => number = () => performance.now()) {
		this.#at = steady();
	}

	/** heard takes the server's time. */
	heard(now: number): void {
		this.#now = now;
		this.#at = this.steady();
		this.#tick.value = this.now();
	}

	now(): number {
		return this.#now + (this.steady() - this.#at);
	}

	/** seconds is a signal that moves once a second from the first time somebody asks. */
	get seconds(): ReadonlySignal<number> {
		this.#timer ??= setInterval(() => {
			this.#tick.value = this.now();
		}, 1000);
		return this.#tick;
	}

	stop(): void {
		clearInterval(this.#timer);
	}
}

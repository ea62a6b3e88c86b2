import { signal } from "@preact/signals";

/**
 * The meeting's clock, as the server told it in `hi.now`. It counts on the
 * device's monotonic clock, so that a phone with the wrong time, or one whose
 * time is corrected in the middle of a round, shows what the board shows.
 */
export class Clock {
	#at = 0;
	#now = Date.now();
	#beat = signal(0);
	#timer: ReturnType<typeof setInterval> | undefined;

	constructor(private readonly steady: () => number = () => performance.now()) {
		this.#at = steady();
	}

	/** heard takes the server's time. */
	heard(now: number): void {
		this.#now = now;
		this.#at = this.steady();
		this.#beat.value++;
	}

	now(): number {
		return this.#now + (this.steady() - this.#at);
	}

	/** seconds is read like a signal: its value is now, and whoever reads it is drawn again once a second. */
	readonly seconds = {
		read: (): number => {
			this.#timer ??= setInterval(() => this.#beat.value++, 1000);
			this.#beat.value;
			return this.now();
		},
		get value(): number {
			return this.read();
		},
	};

	stop(): void {
		clearInterval(this.#timer);
	}
}

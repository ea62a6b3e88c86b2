import type { Surface } from "./api";
import type { Wire } from "./socket";

const breath = 200; // between two listenings, so that news comes together as on a socket

interface Heard {
	t: string;
	seq?: number;
	to?: number;
	epoch?: string;
	code?: number;
}

/**
 * Listening is the line to the meeting where no websocket gets through: the same frames, by plain http. Every listening
 * goes on from what was heard last, so nothing hangs on which of them is lost.
 */
export class Listening implements Wire {
	readyState = 1;
	onopen: (() => void) | null = null;
	onmessage: ((m: { data: string }) => void) | null = null;
	onclose: ((e: { code: number }) => void) | null = null;
	readonly #at: string;
	readonly #gone = new AbortController();
	#since = 0;
	#epoch = "";

	constructor(
		room: string,
		private readonly surface: Surface,
	) {
		this.#at = `/api/rooms/${room}/`;
		setTimeout(() => this.onopen?.(), 0);
	}

	/** send takes the first frame as what to go on from, and says the others. */
	send(text: string): void {
		const frame = JSON.parse(text);
		if (frame.t === "hi") {
			this.#since = frame.since;
			this.#epoch = frame.epoch;
			void this.#listen();
			return;
		}
		void this.#ask(`say?surface=${this.surface}`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: text,
		});
	}

	close(): void {
		this.readyState = 3;
		this.#gone.abort();
	}

	async #listen(): Promise<void> {
		// The first is answered at once: until there is a hi, the phone says that it has no network.
		for (let first = "&first"; this.readyState === 1; first = "") {
			const q = `surface=${this.surface}&since=${this.#since}&epoch=${encodeURIComponent(this.#epoch)}`;
			await this.#ask(`listen?${q}${first}`);
			await new Promise((done) => setTimeout(done, breath));
		}
	}

	async #ask(what: string, how: RequestInit = {}): Promise<void> {
		try {
			const answer = await fetch(this.#at + what, { ...how, signal: this.#gone.signal });
			const text = await answer.text();
			if (!answer.ok) return this.#over(answer.status === 429 ? 4029 : 1006);
			for (const line of text.split("\n")) if (line && this.readyState === 1) this.#hear(line);
		} catch {
			this.#over(1006);
		}
	}

	#hear(line: string): void {
		const frame: Heard = JSON.parse(line);
		if (frame.t === "end") {
			this.#over(frame.code ?? 1006);
			return;
		}
		if (frame.t === "snap") this.#since = frame.seq ?? 0;
		if (frame.t === "patch") this.#since = frame.to ?? this.#since;
		if (frame.epoch) this.#epoch = frame.epoch;
		this.onmessage?.({ data: line });
	}

	#over(code: number): void {
		if (this.readyState !== 1) return;
		this.close();
		this.onclose?.({ code });
	}
}

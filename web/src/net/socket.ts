import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ClientFrame, ServerFrame } from "../gen/protocol";
import { Backoff } from "./backoff";

/** ended: coming back is no use. `code` is a close code of 41xx, or the status that the door answered with. */
export type LinkState = { is: "connecting" } | { is: "online" } | { is: "offline" } | { is: "ended"; code: number };

export const protocolVersion = 1;
const silence = 40_000;
const overdue = 27_000; // a heartbeat comes every 25 s
const stable = 30_000;
const patience = 3; // websockets in a row that closed before a word was heard
const trial = 10_000; // then now and then whether one has become possible
const nextTrial = 300_000;

export interface Listener {
	/** hello is asked for the first frame of every connection. */
	hello(): Extract<ClientFrame, { t: "hi" }>;
	frame(frame: ServerFrame): void;
}

/** What carries frames: a websocket, or what stands in for one. */
export interface Wire {
	readonly readyState: number;
	onopen: ((e: never) => void) | null;
	onmessage: ((m: never) => void) | null;
	onclose: ((e: never) => void) | null;
	send(text: string): void;
	close(): void;
}

export interface Gates {
	/** open makes a websocket. */
	open(): Wire;
	/** listen is the same by plain http, for networks that let no websocket through. */
	listen(): Wire;
	/** probe asks the door why no socket opens. A status means that none ever will. */
	probe(): Promise<number | undefined>;
	random?: () => number;
}

/**
 * The line to the meeting. It knows how to come back and nothing of what is
 * said. Everything that may bring the network back makes it try at once.
 */
export class Socket {
	readonly #state: Signal<LinkState> = signal({ is: "connecting" });
	#ws: Wire | undefined;
	/** Websockets in a row that never came to a word. */
	#shut = 0;
	#listens = false;
	#trial: ReturnType<typeof setTimeout> | undefined;
	#backoff: Backoff;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#silent: ReturnType<typeof setTimeout> | undefined;
	#steady: ReturnType<typeof setTimeout> | undefined;
	#least = 0;
	#last = 0;
	#met = false;
	#stopped = false;

	constructor(
		private readonly listener: Listener,
		private readonly gates: Gates,
	) {
		this.#backoff = new Backoff(gates.random);
		addEventListener("online", this.#found);
		addEventListener("offline", this.#lost);
		document.addEventListener("visibilitychange", this.#woken);
		this.#connect();
	}

	get state(): ReadonlySignal<LinkState> {
		return this.#state;
	}

	/** send tells whether the frame was handed to an open line. */
	send(frame: ClientFrame): boolean {
		if (this.#state.peek().is !== "online" || this.#ws?.readyState !== 1) return false;
		this.#ws.send(JSON.stringify(frame));
		return true;
	}

	/** again drops the line and comes back at once; used when something was missed. */
	again(): void {
		this.#drop();
		this.#connect();
	}

	close(): void {
		this.#stopped = true;
		removeEventListener("online", this.#found);
		removeEventListener("offline", this.#lost);
		document.removeEventListener("visibilitychange", this.#woken);
		this.#drop();
	}

	#connect(): void {
		clearTimeout(this.#retry);
		if (this.#stopped || this.#ws || this.#state.peek().is === "ended") return;
		this.#listens = this.#shut >= patience;
		const ws = this.#listens ? this.gates.listen() : this.gates.open();
		this.#ws = ws;
		this.#heard();
		if (!this.#listens) this.#shut++;
		ws.onopen = () => ws.send(JSON.stringify(this.listener.hello()));
		ws.onmessage = (m: { data: unknown }) => {
			if (this.#ws === ws) this.#take(JSON.parse(String(m.data)) as ServerFrame);
		};
		ws.onclose = (e: { code: number }) => {
			if (this.#ws === ws) this.#closed(e.code);
		};
	}

	#take(frame: ServerFrame): void {
		this.#heard();
		if (frame.t === "move") {
			// The node is leaving: come back spread over the time it gives.
			this.#drop();
			this.#later((this.gates.random ?? Math.random)() * frame.after);
			return;
		}
		if (frame.t === "hi" && this.#state.peek().is !== "online") {
			this.#met = true;
			if (this.#listens) this.#try(trial);
			else this.#shut = 0;
			this.#state.value = { is: "online" };
			this.#steady = setTimeout(() => this.#backoff.reset(), stable);
		}
		this.listener.frame(frame);
	}

	/** try sees, beside the line that is held, whether a websocket gets through by now. */
	#try(wait: number): void {
		clearTimeout(this.#trial);
		this.#trial = setTimeout(() => {
			if (this.#state.peek().is !== "online") return this.#try(nextTrial);
			const ws = this.gates.open();
			ws.onopen = () => {
				ws.onclose = null;
				ws.close();
				this.#shut = 0;
				this.again();
			};
			ws.onclose = () => this.#try(nextTrial);
		}, wait);
	}

	/** heard winds up the alarm for silence. */
	#heard(): void {
		this.#last = Date.now();
		clearTimeout(this.#silent);
		this.#silent = setTimeout(() => this.#closed(4002), silence);
	}

	#closed(code: number): void {
		this.#drop();
		if (code >= 4100 && code < 4200) {
			this.#state.value = { is: "ended", code };
			return;
		}
		this.#state.value = { is: "offline" };
		if (code === 4029) this.#least = 15_000;
		const wait = this.#least + this.#backoff.next();
		this.#least = 0;
		const first = this.#backoff.failures === 1 && !this.#met;
		if (first || this.#backoff.failures === 3 || this.#backoff.failures % 10 === 0) void this.#ask();
		this.#later(wait);
	}

	/** ask finds out over plain http whether there is anything to come back to. */
	async #ask(): Promise<void> {
		const code = await this.gates.probe();
		if (code === undefined || this.#stopped || this.#state.peek().is === "online") return;
		this.#drop();
		this.#state.value = { is: "ended", code };
	}

	#later(ms: number): void {
		clearTimeout(this.#retry);
		if (!this.#stopped) this.#retry = setTimeout(() => this.#connect(), ms);
	}

	#drop(): void {
		clearTimeout(this.#retry);
		clearTimeout(this.#silent);
		clearTimeout(this.#steady);
		clearTimeout(this.#trial);
		const ws = this.#ws;
		this.#ws = undefined;
		if (!ws) return;
		ws.onopen = ws.onmessage = ws.onclose = null;
		ws.close();
	}

	#now = (): void => {
		if (this.#state.peek().is !== "online") this.again();
	};

	/** A network that has come back may be another one, which lets websockets through: one try, and we know. */
	#found = (): void => {
		this.#shut = Math.min(this.#shut, patience - 1);
		this.#now();
	};

	#lost = (): void => {
		if (this.#state.peek().is === "online") this.#closed(1006);
	};

	/** A phone that slept has a line that looks open and is not: a heartbeat is overdue. */
	#woken = (): void => {
		if (document.visibilityState !== "visible") return;
		if (this.#state.peek().is === "online" && Date.now() - this.#last > overdue) this.again();
		else this.#now();
	};
}

import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { type ClientFrame, type Code, type CommandName, type Commands, frameMax } from "../gen/protocol";
import { newId } from "./ids";
import { noShelf, type Shelf } from "./shelf";

/** A command on its way. It stays here until the server has said stored, or no. */
export interface Command {
	id: string;
	do: CommandName;
	with: unknown;
	/** Commands for the same slot replace each other until one is sent: the last tap on a ballot is the one meant. */
	slot?: string;
	/** Order of writing, for a page that comes back. */
	at: number;
	/** Whose it is: a phone that has another seat now does not do for it what the one before asked for. */
	seat?: string;
	/** Set on what the server said no to but which holds somebody's words: those are never thrown away unseen. */
	code?: No;
}

/** Why something was not done: the server's word, or that it was written for a seat that this phone no longer has. */
export type No = Code | "other_seat";

export interface Refused extends Command {
	code: No;
}

const gap = 130; // a little under eight a second
const unanswered = 10_000;
const again: Partial<Record<No, number>> = { rate: 1000, busy: 1000, readonly: 5000 };

/**
 * The outbox sends one command at a time and in the order they were made, since
 * a later one may speak of what an earlier one made. The id makes it safe to
 * send a command again whenever there is doubt.
 */
export class Outbox {
	readonly #waiting: Signal<readonly Command[]> = signal([]);
	/** Stored by the server, but the picture that shows it has not come yet. */
	readonly #stored: Signal<readonly (Command & { seq: number })[]> = signal([]);
	readonly #refused: Signal<readonly Refused[]> = signal([]);
	/** settled is told what became of each command: stored, or no and why. A refusal that only repeats is stored. */
	settled: ((command: Command, code?: No) => void) | undefined;
	/** What holds somebody's words. A surface where more is written adds its own. */
	readonly written: CommandName[] = ["idea.post", "idea.edit", "idea.plan", "goodbye.say"];
	#shelf: Shelf = noShelf;
	/** What lies on the shelf by our own doing. If it no longer does, another tab of this phone has dealt with it. */
	readonly #laid = new Set<string>();
	#flying: string | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#last = 0;
	#at = 0;
	/** The seat of the line, from when it first said so. */
	#seat = "";
	#alone = false;

	/** transmit hands a frame to the line and tells whether it was open. Kept is the seat that the page was shown last, until the line says. */
	constructor(
		private readonly transmit: (frame: ClientFrame) => boolean,
		private readonly kept = "",
	) {}

	/** What waits on the phone, oldest first. */
	get waiting(): ReadonlySignal<readonly Command[]> {
		return this.#waiting;
	}

	/** Waiting or just stored: what a screen shows as the person's own before the server shows it. */
	pending<K extends CommandName>(name: K): { id: string; with: Commands[K]; stored: boolean }[] {
		const of = (stored: boolean) => (c: Command) => ({ id: c.id, with: c.with as Commands[K], stored });
		const named = (c: Command) => c.do === name;
		return [...this.#stored.value.filter(named).map(of(true)), ...this.#waiting.value.filter(named).map(of(false))];
	}

	/** What the server said no to, until the person has seen it. */
	get refusals(): ReadonlySignal<readonly Refused[]> {
		return this.#refused;
	}

	/** seen takes a refusal off the screen, and off the phone. */
	seen(id: string): void {
		void this.#shelf.drop(id);
		this.#refused.value = this.#refused.value.filter((r) => r.id !== id);
	}

	/** shelve takes up a shelf, and what an earlier page left on it. */
	async shelve(shelf: Shelf): Promise<void> {
		this.#shelf = shelf;
		for (const c of this.#waiting.value) await this.#lay(c);
		await this.reload();
	}

	/**
	 * reload takes over what another tab, or an earlier page, has left behind, and lets go of what another tab has sent
	 * or said anew: an old tap on a ballot must not come in after the new one.
	 */
	async reload(): Promise<void> {
		const laid = [...this.#laid];
		const left = await this.#shelf.load();
		if (!left) return this.#pump();
		const there = new Map(left.map((c) => [c.id, c]));
		const taken = new Set(laid.filter((id) => id !== this.#flying && (there.get(id)?.code ?? !there.has(id))));
		for (const id of taken) this.#laid.delete(id);
		if (taken.size) this.#waiting.value = this.#waiting.value.filter((c) => !taken.has(c.id));
		const known = new Set([...this.#waiting.value, ...this.#stored.value, ...this.#refused.value].map((c) => c.id));
		const news = left.filter((c) => !known.has(c.id));
		const refused = news.filter((c): c is Refused => c.code !== undefined);
		const waiting = news.filter((c) => c.code === undefined);
		if (refused.length) this.#refused.value = [...this.#refused.value, ...refused];
		if (waiting.length) this.#waiting.value = [...waiting, ...this.#waiting.value].sort((a, b) => a.at - b.at);
		if (this.#alone) this.forgetOthers(this.#seat);
		this.#pump();
	}

	/** forgetOthers throws away what another seat has left here, words too, now and when more of it is found: this phone is somebody else's now. */
	forgetOthers(seat: string): void {
		this.#seat = seat;
		this.#alone = true;
		for (const c of [...this.#waiting.value, ...this.#refused.value]) {
			if (!c.seat || c.seat === seat) continue;
			this.#take(c.id);
			this.seen(c.id);
		}
	}

	/** send puts a command in the box and gives its id. */
	send<K extends CommandName>(name: K, with_: Commands[K], slot?: string): string {
		this.#at = Math.max(Date.now(), this.#at + 1);
		const command: Command = {
			id: newId(),
			do: name,
			with: with_,
			at: this.#at,
			seat: this.#seat || this.kept,
			...(slot ? { slot } : {}),
		};
		const stays = (c: Command) => !slot || c.slot !== slot || c.id === this.#flying;
		for (const c of this.#waiting.value) if (!stays(c)) void this.#shelf.drop(c.id);
		this.#waiting.value = [...this.#waiting.value.filter(stays), command];
		void this.#lay(command);
		this.#pump();
		return command.id;
	}

	async #lay(command: Command): Promise<void> {
		if (await this.#shelf.put(command)) this.#laid.add(command.id);
	}

	/** opened is told of every new connection, and which seat it is for: what flew may be lost, so it is sent again. */
	opened(seat = ""): void {
		this.#seat = seat;
		this.#flying = undefined;
		void this.reload();
	}

	closed(): void {
		this.#flying = undefined;
		clearTimeout(this.#timer);
	}

	acked(id: string, seq: number): void {
		const c = this.#take(id);
		if (c) {
			this.#stored.value = [...this.#stored.value, { ...c, seq }];
			this.settled?.(c);
		}
		this.#landed(id);
	}

	/** shown lets go of what the picture now holds. */
	shown(seq: number): void {
		if (this.#stored.value.some((c) => c.seq <= seq)) {
			this.#stored.value = this.#stored.value.filter((c) => c.seq > seq);
		}
	}

	refused(id: string, code: No): void {
		const wait = again[code];
		if (wait !== undefined) {
			if (this.#flying === id) this.#flying = undefined;
			this.#pump(wait);
			return;
		}
		const c = this.#take(id);
		// "Unchanged" is what a repeat of something already done is told.
		if (c && code === "unchanged") this.settled?.(c);
		else if (c) {
			this.settled?.(c, code);
			const no = { ...c, code };
			this.#refused.value = [...this.#refused.value, no];
			if (this.written.includes(c.do)) void this.#shelf.put(no);
		}
		this.#landed(id);
	}

	#take(id: string): Command | undefined {
		const c = this.#waiting.value.find((w) => w.id === id);
		this.#waiting.value = this.#waiting.value.filter((w) => w.id !== id);
		this.#laid.delete(id);
		void this.#shelf.drop(id);
		return c;
	}

	#landed(id: string): void {
		if (this.#flying === id) this.#flying = undefined;
		this.#pump();
	}

	#pump(least = 0): void {
		if (this.#flying) return;
		clearTimeout(this.#timer);
		const wait = Math.max(least, this.#last + gap - Date.now());
		if (wait > 0) {
			this.#timer = setTimeout(() => this.#pump(), wait);
			return;
		}
		const next = this.#waiting.value[0];
		if (!next) return;
		const frame: ClientFrame = { t: "cmd", id: next.id, do: next.do, with: next.with };
		const other = this.#seat && next.seat && next.seat !== this.#seat;
		// Too long for the line, which would be cut and come back to say it again, before all that waits behind it.
		if (other || new Blob([JSON.stringify(frame)]).size > frameMax) {
			this.refused(next.id, other ? "other_seat" : "too_long");
			return;
		}
		if (!this.transmit(frame)) return;
		this.#last = Date.now();
		this.#flying = next.id;
		this.#timer = setTimeout(() => {
			this.#flying = undefined;
			this.#pump();
		}, unanswered);
	}
}

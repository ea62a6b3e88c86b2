import { batch, type Signal, signal } from "@preact/signals";
import type { Many, One, ServerFrame } from "../gen/protocol";

type Snap = Extract<ServerFrame, { t: "snap" }>;
type Patch = Extract<ServerFrame, { t: "patch" }>;
export type ManyKind = keyof Many;
export type OneKind = keyof One;

/**
 * What this device is shown, filed as the server files it: `kind` or
 * `kind/id`. It knows no rule; it replaces what it is told to replace.
 * One signal a kind, so a screen is drawn again only for what it reads.
 */
export class Store {
	/** Position of the last thing told: what is said after it is asked for again after a drop. */
	readonly seq: Signal<number> = signal(0);
	readonly epoch: Signal<string> = signal("");
	/** False until the first picture has come. */
	readonly ready: Signal<boolean> = signal(false);

	/** What has come while a large picture is being fetched, and the position the connection counts from. */
	#awaited: { from: number; patches: Patch[] } | undefined;
	/** What has come since something was filed last, oldest first, and the rest that it waits for. */
	#told: Patch[] = [];
	#rest: ReturnType<typeof setTimeout> | undefined;

	readonly #ones = new Map<string, Signal<unknown>>();
	readonly #manys = new Map<string, Signal<ReadonlyMap<string, unknown>>>();

	/**
	 * every is the least time, in milliseconds, between two patches that are filed by themselves. The first is filed as it
	 * comes; what a busy hall tells right after it is filed together, so that a screen is not drawn fifty times a second.
	 */
	constructor(
		canned?: Record<string, unknown>,
		private readonly every = 0,
	) {
		if (canned) this.snapped({ t: "snap", epoch: "canned", seq: 1, set: canned });
	}

	/** one is the single entity of a kind, if it is shown. */
	one<K extends OneKind>(kind: K): One[K] | undefined {
		return this.#one(kind).value as One[K] | undefined;
	}

	/** all is every entity of a kind by id. */
	all<K extends ManyKind>(kind: K): ReadonlyMap<string, Many[K]> {
		return this.#many(kind).value as ReadonlyMap<string, Many[K]>;
	}

	/** list is every entity of a kind, in the order given. */
	list<K extends ManyKind>(kind: K, by: (v: Many[K]) => number): Many[K][] {
		return [...this.all(kind).values()].sort((a, b) => by(a) - by(b));
	}

	get<K extends ManyKind>(kind: K, id: string | number): Many[K] | undefined {
		return this.all(kind).get(String(id));
	}

	snapped(snap: Snap): void {
		this.gaveUp();
		batch(() => {
			for (const one of this.#ones.values()) one.value = undefined;
			for (const many of this.#manys.values()) if (many.value.size) many.value = new Map();
			this.#file([snap]);
			this.seq.value = snap.seq;
			this.epoch.value = snap.epoch;
			this.ready.value = true;
		});
	}

	/** awaits a picture too large for the socket. What is told meanwhile is kept and laid on top of it. */
	awaits(from: number): void {
		this.#awaited = { from, patches: [] };
	}

	/** waiting tells whether a large picture is still to come. */
	get waiting(): boolean {
		return this.#awaited !== undefined;
	}

	/** gaveUp forgets what is not filed yet: a new connection tells it anew. */
	gaveUp(): void {
		this.#awaited = undefined;
		this.#told = [];
	}

	/**
	 * fetched takes the picture that was waited for, if it still is. It may be newer than the connection's own
	 * position; what it counts from is the connection's, and what it tells is whole things, so nothing is lost.
	 */
	fetched(snap: Snap): boolean {
		const awaited = this.#awaited;
		if (!awaited || snap.seq < awaited.from) return false; // older than what we have been told of
		batch(() => {
			this.snapped({ ...snap, seq: awaited.from });
			for (const patch of awaited.patches) this.patched(patch);
			this.flush();
		});
		return true;
	}

	/** patched tells whether the patch followed on what we have; if not, we have missed something. */
	patched(patch: Patch): boolean {
		if (this.#awaited) {
			this.#awaited.patches.push(patch);
			return true;
		}
		if (patch.from !== (this.#told.at(-1)?.to ?? this.seq.peek())) {
			this.gaveUp();
			return false;
		}
		this.#told.push(patch);
		if (!this.#rest) this.flush();
		return true;
	}

	/** flush files at once what waits: an answer is not shown before what it answers. */
	flush(): void {
		const told = this.#told;
		const last = told.at(-1);
		if (!last) return;
		this.#told = [];
		batch(() => {
			this.#file(told);
			this.seq.value = last.to;
		});
		clearTimeout(this.#rest);
		if (!this.every) return;
		this.#rest = setTimeout(() => {
			this.#rest = undefined;
			this.flush();
		}, this.every);
	}

	/** In each first delete, then set: a key may move from one layer to another within one patch. */
	#file(all: readonly { set?: Record<string, unknown>; del?: readonly string[] }[]): void {
		const changed = new Map<string, Map<string, unknown>>();
		const draft = (kind: string) => {
			let m = changed.get(kind);
			if (!m) {
				m = new Map(this.#many(kind).peek());
				changed.set(kind, m);
			}
			return m;
		};
		for (const { set = {}, del = [] } of all) {
			for (const key of del) {
				const [kind, id] = split(key);
				if (id === undefined) this.#one(kind).value = undefined;
				else draft(kind).delete(id);
			}
			for (const [key, view] of Object.entries(set)) {
				const [kind, id] = split(key);
				if (id === undefined) this.#one(kind).value = view;
				else draft(kind).set(id, view);
			}
		}
		for (const [kind, m] of changed) this.#many(kind).value = m;
	}

	#one(kind: string): Signal<unknown> {
		let s = this.#ones.get(kind);
		if (!s) {
			s = signal<unknown>(undefined);
			this.#ones.set(kind, s);
		}
		return s;
	}

	#many(kind: string): Signal<ReadonlyMap<string, unknown>> {
		let s = this.#manys.get(kind);
		if (!s) {
			s = signal<ReadonlyMap<string, unknown>>(new Map());
			this.#manys.set(kind, s);
		}
		return s;
	}

	/** dump is everything shown, as the keys a snapshot has; for tests that compare. */
	dump(): Record<string, unknown> {
		const out: Record<string, unknown> = {};
		for (const [kind, s] of this.#ones) if (s.peek() !== undefined) out[kind] = s.peek();
		for (const [kind, s] of this.#manys) for (const [id, v] of s.peek()) out[`${kind}/${id}`] = v;
		return out;
	}
}

function split(key: string): [string, string | undefined] {
	const at = key.indexOf("/");
	return at < 0 ? [key, undefined] : [key.slice(0, at), key.slice(at + 1)];
}

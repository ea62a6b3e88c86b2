import { type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { Backoff } from "../net/backoff";
import { online } from "../net/online";
import { fetchAllWords } from "../words/words";

/** How a part is doing: on its way, late because of the network, or of a build the server no longer has. */
export type Coming = "coming" | "late" | "old";

const patience = 3; // answers that say “not of this build” before we believe it: a proxy may try other nodes

/**
 * Part is a piece of the page that comes after the first picture, and so do
 * its texts: it is here when both are. Its files are fetched before it is
 * imported, since some browsers remember a failed import for as long as the
 * page lives; what was fetched, the import finds in the browser's own store.
 */
export class Part<T> {
	readonly #got: Signal<T | undefined> = signal(undefined);
	readonly #coming: Signal<Coming> = signal("coming");
	#fetching: Promise<void> | undefined;

	constructor(
		readonly name: string,
		private readonly load: () => Promise<T>,
		private readonly files: readonly string[] = filesOf(name),
	) {}

	get got(): ReadonlySignal<T | undefined> {
		return this.#got;
	}

	get coming(): ReadonlySignal<Coming> {
		return this.#coming;
	}

	/** fetch brings the part, and does not give up. However often it is asked, it comes once. */
	fetch(): Promise<void> {
		this.#fetching ??= this.#fetch();
		return this.#fetching;
	}

	async #fetch(): Promise<void> {
		const backoff = new Backoff();
		for (let foreign = 0; ; ) {
			try {
				foreign = (await this.#bring()) ? 0 : foreign + 1;
				if (foreign === 0) {
					this.#got.value = await this.load();
					return;
				}
			} catch {
				// No network, or half of one.
			}
			this.#coming.value = foreign >= patience ? "old" : "late";
			await online(backoff.next());
		}
	}

	/** bring fetches the files and tells whether the server has them. */
	async #bring(): Promise<boolean> {
		const answers = await Promise.all(this.files.map((f) => fetch(f)));
		await Promise.all(answers.map((a) => a.arrayBuffer()));
		return answers.every((a) => a.ok) && (await fetchAllWords());
	}
}

/** filesOf reads from the page which files a part is made of; the bundler wrote it there. */
function filesOf(name: string): readonly string[] {
	const list = document.getElementById("parts")?.textContent;
	return (list && (JSON.parse(list) as Record<string, string[]>)[name]) || [];
}

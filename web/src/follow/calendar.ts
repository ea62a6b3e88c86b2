import { computed, type ReadonlySignal } from "@preact/signals";
import type { Meeting } from "../state/meeting";
import { dateIn } from "../state/moment";
import { day } from "../words/dates";

const oneDay = 86_400_000;

/** between counts days from one YYYY-MM-DD to another; not a number when one of them is no date. */
export const between = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / oneDay);

/** later is the date so many days after another. */
export const later = (date: string, days: number): string =>
	new Date(Date.parse(date) + days * oneDay).toISOString().slice(0, 10);

/** Calendar counts the year after the meeting by the server's clock, in the meeting's own days. */
export class Calendar {
	/** Today where the meeting is. Who reads it is drawn again at midnight, not every second. */
	readonly today: ReadonlySignal<string>;
	/** The day of the dugnad, empty until it has ended. */
	readonly ended: ReadonlySignal<string>;
	readonly #zone: ReadonlySignal<string>;

	constructor(m: Meeting) {
		this.#zone = computed(() => m.store.one("meeting")?.zone ?? "");
		this.today = computed(() => dateIn(m.clock.seconds.value, this.#zone.value));
		this.ended = computed(() => {
			const at = m.store.one("meeting")?.ended ?? 0;
			return at ? dateIn(at, this.#zone.value) : "";
		});
	}

	/** day is how many days after the dugnad it is. */
	get day(): number {
		return this.ended.value ? between(this.ended.value, this.today.value) : 0;
	}

	/** dateOf is the date of a moment. */
	dateOf(at: number): string {
		return dateIn(at, this.#zone.value);
	}

	/** on writes the day of a moment as people say it. */
	on(at: number): string {
		return this.say(this.dateOf(at));
	}

	/** say writes a date as people say it, with its year when it is another than this one. */
	say(date: string): string {
		return day(date, new Date(`${this.today.value}T12:00:00`));
	}
}

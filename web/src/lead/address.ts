import { type ReadonlySignal, signal } from "@preact/signals";
import { api } from "../net/api";

/** Where phones should go, as the server reckons, and whether any has come through. */
export interface Where {
	host: string;
	url: string;
	candidates: readonly string[];
	reached: boolean;
}

const patience = 10_000;

/** whereOf keeps asking until a phone has come through: what stands in the way is said meanwhile. */
export function whereOf(room: string): ReadonlySignal<Where> {
	const where = signal<Where>({ host: location.host, url: location.origin, candidates: [], reached: false });
	const ask = async () => {
		const answer = await api.address(room, "lead");
		if (answer.ok) where.value = answer.body;
		if (!where.value.reached) setTimeout(ask, patience);
	};
	void ask();
	return where;
}

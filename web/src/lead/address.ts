import { effect, type ReadonlySignal, signal } from "@preact/signals";
import * as api from "../net/api";

/** Where phones should go, as the server reckons, and whether any has come through. */
export interface Where {
	/** Empty when there is no address that a phone could use; undefined until the server has answered. */
	host: string | undefined;
	url: string;
	candidates: readonly string[];
	reached: boolean;
}

/**
 * urlOf is where the meeting is as far as this page knows. Where the server knows no address for phones it is the
 * page's own: a machine that stands alone is still led from somewhere.
 */
export const urlOf = (where: Pick<Where, "url">): string => where.url || location.origin;

const patience = 10_000;
const known = signal<Where>({ host: undefined, url: "", candidates: [], reached: false });

/** pick says which of this machine's addresses the hall can reach, when the server has guessed wrong. */
export async function pick(room: string, url: string): Promise<boolean> {
	try {
		const answer = await fetch(`/api/rooms/${room}/address?surface=lead`, {
			method: "POST",
			headers: { "Content-Type": "application/json" },
			body: JSON.stringify({ url }),
		});
		if (answer.ok) known.value = (await answer.json()) as Where;
		return answer.ok;
	} catch {
		return false;
	}
}

/**
 * whereOf keeps asking until a phone has come through: what stands in the way is said meanwhile. A deputy who waits
 * may not ask: it begins when the seat has the panel.
 */
export function whereOf(room: string, me: ReadonlySignal<{ role: string } | undefined>): ReadonlySignal<Where> {
	const ask = async () => {
		const answer = await api.address(room, "lead");
		if (answer.ok) known.value = answer.body;
		if (!known.value.reached) setTimeout(ask, patience);
	};
	let asks = false;
	effect(() => {
		if (asks || !me.value || me.value.role === "deputy") return;
		asks = true;
		void ask();
	});
	return known;
}

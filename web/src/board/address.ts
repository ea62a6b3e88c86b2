import { type ReadonlySignal, signal } from "@preact/signals";
import * as api from "../net/api";

/** Where phones should go. The server answers: never localhost. */
export interface Address {
	/** Empty when there is no address that a phone could use; undefined until the server has answered. */
	host: string | undefined;
	reached: boolean;
}

const patience = 10_000;

/** addressOf asks until a phone has come through, so that a change of network is noticed in the lobby. */
export function addressOf(room: string, as: "board" | "lead" = "board"): ReadonlySignal<Address> {
	const address = signal<Address>({ host: undefined, reached: false });
	const ask = async () => {
		const answer = await api.address(room, as);
		if (answer.ok) address.value = { host: answer.body.host, reached: answer.body.reached };
		if (!address.value.reached) setTimeout(ask, patience);
	};
	void ask();
	return address;
}

import type { JSX } from "preact";
import type { Meeting } from "../state/meeting";
import type { Address } from "./address";

/** What every picture on the board is a function of. It is shown, it sends nothing. */
export interface Shown {
	meeting: Meeting;
	address: Address;
	/** Paging stands still while somebody wants to read. */
	still: boolean;
}

export type View = (shown: Shown) => JSX.Element;

import type { Pictures } from "../gen/protocol";

/** What this tab was shown last, so that a reload without network comes back to it. It goes with the tab. */
export interface Kept {
	seat: string;
	epoch: string;
	seq: number;
	set: Pictures;
}

// A page of another build may read other pictures.
const key = (room: string) => `shown:${room}:${import.meta.url.slice(-12)}`;

/** keepShown lays by what is shown now. A phone without room for it asks for everything anew. */
export function keepShown(room: string, kept: Kept): void {
	try {
		sessionStorage.setItem(key(room), JSON.stringify(kept));
	} catch {
		forgetShown(room);
	}
}

export function shownLast(room: string): Kept | undefined {
	try {
		return JSON.parse(sessionStorage.getItem(key(room)) ?? "null") ?? undefined;
	} catch {
		return undefined;
	}
}

export function forgetShown(room: string): void {
	try {
		sessionStorage.removeItem(key(room));
	} catch {
		// Nothing could be kept, so there is nothing to forget.
	}
}

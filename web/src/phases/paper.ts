import { type Signal, signal } from "@preact/signals";
import { newId } from "../net/ids";
import { alsoForget } from "../participant/forget";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";

/** A place without a phone, and the votes in which its slip is typed in: that, never what stood on it. */
export interface PaperPlace {
	id: string;
	group: number;
	typed: readonly string[];
}

const open = new Map<string, Signal<readonly PaperPlace[]>>();

// What this phone has brought along, until the meeting says so too.
function remembered(room: string): Signal<readonly PaperPlace[]> {
	let list = open.get(room);
	if (!list) {
		list = signal(read(notebook.read(`places:${room}`)));
		open.set(room, list);
	}
	return list;
}

function read(text: string | null): readonly PaperPlace[] {
	try {
		const list: unknown = JSON.parse(text ?? "[]");
		return Array.isArray(list) ? (list as PaperPlace[]) : [];
	} catch {
		return [];
	}
}

function write(room: string, list: readonly PaperPlace[]): void {
	remembered(room).value = list;
	notebook.write(`places:${room}`, list.length ? JSON.stringify(list) : "");
}

/** places are those at one's own table: as the meeting shows them, and those that are still on their way there. */
export function places(m: Meeting): readonly PaperPlace[] {
	const group = m.me.value?.group ?? 0;
	if (group === 0) return [];
	const mine = remembered(m.room).value.filter((p) => p.group === group);
	const shown = (m.store.get("places", group)?.places ?? []).map((p) => {
		const typed = mine.find((q) => q.id === p.seat)?.typed ?? [];
		return { id: p.seat, group, typed: [...new Set([...p.voted, ...typed])] };
	});
	return [...shown, ...mine.filter((p) => !shown.some((q) => q.id === p.id))];
}

export function addPlace(m: Meeting): void {
	const group = m.me.peek()?.group ?? 0;
	const id = newId();
	write(m.room, [...remembered(m.room).peek(), { id, group, typed: [] }]);
	m.send("place.add", { id, group });
}

/** losePlace forgets a place that the meeting did not take. */
export function losePlace(room: string, id: string): void {
	write(
		room,
		remembered(room)
			.peek()
			.filter((p) => p.id !== id),
	);
}

/** keepSlip notes that a slip is in the bag. */
export function keepSlip(room: string, vote: string, id: string): void {
	const noted = (p: PaperPlace) => (p.id === id ? { ...p, typed: [...new Set([...p.typed, vote])] } : p);
	write(room, remembered(room).peek().map(noted));
}

/** forgetPlaces clears the memory of a meeting. */
function forgetPlaces(room: string): void {
	open.delete(room);
}
alsoForget.push(forgetPlaces);

import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { forget } from "./forget";

const key = (room: string) => `seat:${room}`;

/**
 * sameSeat sees to it that what a phone keeps of a meeting is its own seat's. Somebody has moved to another phone, or
 * been moved, and the next person comes in by this one: what was chosen and half written here is not theirs to see or send.
 */
export function sameSeat(m: Meeting): void {
	m.seat.subscribe((seat) => {
		const had = notebook.read(key(m.room));
		if (!seat || seat === had) return;
		if (had) {
			const code = notebook.read(`code:${m.room}`) ?? "";
			forget(m.room);
			notebook.write(`code:${m.room}`, code);
			m.outbox.forgetOthers(seat);
		}
		notebook.write(key(m.room), seat);
	});
}

/** moveSeat is for a phone that gets another seat and keeps its person: what it has is theirs. */
export const moveSeat = (room: string): void => void notebook.write(key(room), "");

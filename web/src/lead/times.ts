import type { MeetingView, StepView, TimerView } from "../gen/protocol";
import { timeIn } from "../state/moment";

/** When each line of the run sheet was planned to begin, and where the evening will end as things stand. */
export interface Plan {
	at: (number | undefined)[];
	/** When each line that is left will begin, where that is another time than planned. */
	moved: (number | undefined)[];
	finish: number | undefined;
	/** Minutes behind the plan; below zero is ahead. */
	late: number;
}

const minute = 60_000;
/** Fewer minutes than this from the plan are in time. */
export const enough = 2;
const day = 24 * 60; // in minutes
/** How many minutes a rehearsal of any plan takes. */
const practice = 12;

/** paceOf is how long a planned minute lasts: a rehearsal goes through the whole plan in twelve of them. */
export function paceOf(meeting: MeetingView): number {
	const total = meeting.agenda.reduce((sum, l) => sum + l.minutes, 0);
	return meeting.practice ? (60_000 * practice) / Math.max(total, practice) : 60_000;
}

/** planOf reckons from when the meeting began. Before that there are only minutes, no times of day. */
export function planOf(meeting: MeetingView, step: StepView, timer: TimerView | undefined, now: number): Plan {
	const { agenda, started } = meeting;
	const minute = paceOf(meeting);
	if (!started) return { at: agenda.map(() => undefined), moved: [], finish: undefined, late: 0 };
	const at: (number | undefined)[] = [];
	let next = started;
	for (const line of agenda) {
		at.push(line.kind === "lobby" ? undefined : next);
		next += line.minutes * minute;
	}
	const later = agenda.slice(step.index + 1).reduce((sum, l) => sum + l.minutes * minute, 0);
	const planned = next - later;
	const done = timer?.ends ? Math.max(timer.ends, now) : now + (timer?.left ?? 0);
	const late = Math.round((done - planned) / minute);
	// What is said of the end is the plan's end and so many minutes, or *in time* would differ from the plan by one.
	const off = Math.abs(late) < enough ? 0 : late * minute;
	const moved = at.map((t, i) => (off && t && i > step.index && meeting.status === "running" ? t + off : undefined));
	return { at, moved, finish: next + off, late };
}

/**
 * outAt is when the room must be empty: the time of day nearest to the start, on its way there. An evening may
 * begin late, so a time that was passed some hours ago is passed, and not tomorrow's.
 */
export function outAt(by: string, zone: string, start: number): number | undefined {
	const [h, m] = by.split(":").map(Number);
	if (h === undefined || m === undefined || Number.isNaN(h + m)) return undefined;
	const at = Math.floor(start / minute) * minute;
	const [ah = 0, am = 0] = timeIn(at, zone).split(":").map(Number);
	const ahead = (((h - ah) * 60 + (m - am)) % day) + day;
	const there = ahead % day;
	return at + (there > 18 * 60 ? there - day : there) * minute;
}

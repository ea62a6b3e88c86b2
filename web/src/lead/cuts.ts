import type { MeetingView, PhaseKind, StepLine, StepView } from "../gen/protocol";

/** A step to come, and how long it is proposed to be. */
export interface Cut {
	line: StepLine;
	minutes: number;
}

export interface Cuts {
	cuts: Cut[];
	/** Minutes that cannot be won back without touching what is kept. */
	short: number;
}

/** What the evening is for is never cut: the vote with its result, who is responsible, and how people leave. */
const kept: ReadonlySet<PhaseKind> = new Set(["avstemning", "resultat", "ansvarlig", "avrunding"]);

const least = 3;

/** cutsOf proposes where to win so many minutes back, a little everywhere, never more than half of a step. */
export function cutsOf(meeting: MeetingView, step: StepView, minutes: number): Cuts {
	const later = meeting.agenda.slice(step.index + 1).filter((l) => !kept.has(l.kind) && l.minutes > least);
	const floor = (l: StepLine) => Math.max(least, Math.ceil(l.minutes / 2));
	const now = new Map(later.map((l) => [l.id, l.minutes]));
	let left = minutes;
	while (left > 0) {
		const slack = (l: StepLine) => (now.get(l.id) ?? 0) - floor(l);
		const most = later.reduce<StepLine | undefined>((a, b) => (slack(b) > (a ? slack(a) : 0) ? b : a), undefined);
		if (!most) break;
		now.set(most.id, (now.get(most.id) ?? 0) - 1);
		left--;
	}
	const cuts = later
		.map((line) => ({ line, minutes: now.get(line.id) ?? line.minutes }))
		.filter((c) => c.minutes < c.line.minutes);
	return { cuts, short: left };
}

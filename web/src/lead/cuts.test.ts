// @vitest-environment node
import { expect, test } from "vitest";
import { vestby } from "../board/canned";
import type { MeetingView, PhaseKind, StepView } from "../gen/protocol";
import { cutsOf } from "./cuts";

const at = (kind: PhaseKind) => {
	const set = vestby({ kind });
	return [set.meeting as MeetingView, set.step as StepView] as const;
};
const won = (c: ReturnType<typeof cutsOf>) => c.cuts.reduce((sum, x) => sum + x.line.minutes - x.minutes, 0);

test("seven minutes are won back among what is left, and never where responsibility is taken", () => {
	const [meeting, step] = at("stille");
	const plan = cutsOf(meeting, step, 7);
	expect(won(plan) + plan.short).toBe(7);
	expect(plan.cuts.length).toBeGreaterThan(0);
	const later = meeting.agenda.slice(step.index + 1).map((l) => l.id);
	for (const c of plan.cuts) {
		expect(["avstemning", "resultat", "ansvarlig", "avrunding"]).not.toContain(c.line.kind);
		expect(later).toContain(c.line.id);
		expect(c.minutes).toBeGreaterThanOrEqual(Math.max(3, c.line.minutes / 2));
	}
});

test("what cannot be won back is said, not taken from the end", () => {
	const [meeting, step] = at("avstemning");
	expect(cutsOf(meeting, step, 10)).toEqual({ cuts: [], short: 10 });
	const [all, early] = at("lobby");
	const plan = cutsOf(all, early, 500);
	expect(won(plan) + plan.short).toBe(500);
	expect(plan.short).toBeGreaterThan(0);
});

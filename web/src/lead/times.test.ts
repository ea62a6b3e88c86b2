// @vitest-environment node
import { expect, test } from "vitest";
import { noon, vestby } from "../board/canned";
import type { MeetingView, StepView, TimerView } from "../gen/protocol";
import { outAt, planOf } from "./times";

const at = (kind: "lobby" | "stille" | "runde") => {
	const set = vestby({ kind });
	return [set.meeting as MeetingView, set.step as StepView, set.timer as TimerView] as const;
};
const minute = 60_000;

test("before the start there are no times of day", () => {
	const plan = planOf(...at("lobby"), noon);
	expect(plan.at.every((t) => t === undefined)).toBe(true);
	expect(plan.finish).toBeUndefined();
});

test("each line begins when the one before it was planned to end", () => {
	const [meeting, step, timer] = at("runde");
	const plan = planOf(meeting, step, timer, noon);
	expect(plan.at[0]).toBeUndefined();
	expect(plan.at[1]).toBe(meeting.started);
	expect(plan.at[2]).toBe(meeting.started + 10 * minute);
	expect(plan.at[3]).toBe(meeting.started + 18 * minute);
});

test("a step that began four minutes late is four minutes late, and so is the end", () => {
	const [meeting, step, timer] = at("runde");
	const plan = planOf(meeting, step, timer, noon);
	expect(plan.late).toBe(4);
	expect(plan.finish).toBe(timer.ends + 79 * minute);
});

test("behind the plan, what is left begins so much later, and what has been does not move", () => {
	const [meeting, step, timer] = at("runde");
	const plan = planOf(meeting, step, timer, timer.ends + 3 * minute);
	for (const [i, moved] of plan.moved.entries())
		expect(moved, `line ${i}`).toBe(i > step.index ? (plan.at[i] ?? 0) + 7 * minute : undefined);
	expect(plan.moved.length).toBe(meeting.agenda.length);
	const last = meeting.agenda.length - 1;
	expect((plan.moved[last] ?? 0) + (meeting.agenda[last]?.minutes ?? 0) * minute).toBe(plan.finish);
	const inTime = planOf({ ...meeting, started: meeting.started + 4 * minute }, step, timer, noon);
	expect(inTime.moved.every((t) => t === undefined)).toBe(true);
	expect(planOf({ ...meeting, status: "ended" }, step, timer, noon).moved.every((t) => t === undefined)).toBe(true);
});

test("once the clock is out, every minute makes the evening later", () => {
	const [meeting, step, timer] = at("runde");
	expect(planOf(meeting, step, timer, timer.ends + 3 * minute).late).toBe(7);
});

test("a clock that stands still makes the evening later too", () => {
	const [meeting, step] = at("runde");
	const still = { ends: 0, left: 5 * minute, total: 16 * minute };
	const plan = planOf(meeting, step, still, noon + minute);
	expect(plan.finish).toBe(meeting.started + whole(meeting) + plan.late * minute);
	expect(plan.late).toBeGreaterThan(0);
});

const whole = (of: MeetingView) => of.agenda.reduce((sum, l) => sum + l.minutes * minute, 0);

test("in time, the evening is said to end when the plan says, to the minute", () => {
	const [meeting, step, timer] = at("runde");
	for (const off of [-80, -40, 0, 40, 80]) {
		const about = { ...meeting, started: meeting.started + 4 * minute };
		const plan = planOf(about, step, { ...timer, ends: timer.ends + off * 1000 }, noon);
		expect(Math.abs(plan.late)).toBeLessThan(2);
		expect(plan.finish).toBe(about.started + whole(about));
	}
});

test("when the room must be empty is the next such time, or the one that has passed", () => {
	const of = (by: string, zone = "Europe/Oslo") => ((outAt(by, zone, noon) ?? 0) - noon) / minute;
	expect(of("12:35")).toBe(150);
	expect(of("12:35", "Europe/Helsinki")).toBe(90);
	expect(of("00:30")).toBe(865);
	expect(of("10:00")).toBe(-5);
	expect(outAt("", "Europe/Oslo", noon)).toBeUndefined();
});

// @vitest-environment node
import { effect } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Clock } from "./clock";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test("it shows the server's time whatever the phone believes, and goes on when the phone's own is changed", () => {
	let steady = 500;
	const clock = new Clock(() => steady);
	clock.heard(1_000_000);
	steady += 2_500;
	vi.setSystemTime(0);
	expect(clock.now()).toBe(1_002_500);
	clock.heard(1_009_000);
	expect(clock.now()).toBe(1_009_000);
});

test("whoever reads the seconds is told once a second, and always reads now", () => {
	let steady = 0;
	const clock = new Clock(() => steady);
	clock.heard(10_000);
	steady = 3_400;
	const seen: number[] = [];
	const stop = effect(() => void seen.push(clock.seconds.value));
	expect(seen).toEqual([13_400]);
	steady = 4_400;
	vi.advanceTimersByTime(1000);
	expect(seen).toEqual([13_400, 14_400]);
	stop();
	clock.stop();
	expect(vi.getTimerCount()).toBe(0);
});

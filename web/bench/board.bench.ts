import { afterAll, beforeAll, expect, test } from "vitest";
import { cannedBoard } from "../e2e/canned";
import { downpour, drop, emptied } from "../e2e/downpour";
import { Hall } from "../e2e/hall";
import { t } from "../e2e/words";
import { bare, takes } from "./bare";
import { told } from "./told";

const times = 3;
const many = 300;
const seconds = 6;

let hall: Hall;
let plain: Awaited<ReturnType<typeof bare>>;
beforeAll(async () => {
	hall = await Hall.open();
	plain = await bare();
});
afterAll(async () => {
	await plain.close();
	await hall.close();
});

/** longest notes the longest time the main thread was held without a pause. */
const longest = () => {
	Object.assign(globalThis, { longest: 0 });
	new PerformanceObserver((list) => {
		const seen = globalThis as unknown as { longest: number };
		for (const task of list.getEntries()) seen.longest = Math.max(seen.longest, task.duration);
	}).observe({ type: "longtask" });
};

test(`the board, ${many} ideas in ${seconds} s`, async () => {
	const ours: number[] = [];
	const theirs: number[] = [];
	const held: number[] = [];
	for (let n = 0; n < times; n++) {
		const board = await cannedBoard(hall, `board ${n}`, emptied());
		const { page } = board.device;
		const line = await page.context().newCDPSession(page);
		await line.send("Performance.enable", { timeDomain: "threadTicks" });
		const busy = async () =>
			(await line.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration")?.value ?? 0;
		await page.evaluate(longest);
		const before = await busy();
		await downpour(board.tell, many, seconds);
		await page.getByRole("heading", { name: t("board.proposals", { n: many }) }).waitFor();
		ours.push((1000 * ((await busy()) - before)) / seconds);
		held.push(await page.evaluate(() => (globalThis as unknown as { longest: number }).longest));
		// The bare page writes each idea as a line, and nothing else.
		await page.goto(`${plain.base}/`);
		const lines = Array.from({ length: many }, (_, k) =>
			JSON.stringify({ set: { [`ideas/i${k}`]: drop(k)[`ideas/i${k}`] } }),
		);
		theirs.push((await takes(page, line, lines, (seconds * 1000) / many)) / seconds);
		await page.context().close();
	}
	told(`board, ${many} ideas in ${seconds} s, main thread`, ours, theirs, "ms/s", "≤ 200");
	console.info(`${"longest task meanwhile".padEnd(44)} ${Math.max(...held).toFixed(0)} ms; goal ≤ 100`);
	expect(Math.min(...ours)).toBeGreaterThan(0);
});

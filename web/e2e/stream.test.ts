import { afterAll, beforeAll, expect, test } from "vitest";
import { vestby } from "../src/board/canned";
import type { ClusterView, IdeaView } from "../src/gen/protocol";
import { cannedBoard } from "./canned";
import { sees } from "./device";
import { Hall } from "./hall";
import { t } from "./words";

const many = 300;
const seconds = 6;

let hall: Hall;
beforeAll(async () => {
	hall = await Hall.open();
});
afterAll(() => hall.close());

test(`${many} ideas in ${seconds} s: none is dropped, and the board stays calm`, async () => {
	const set = vestby({ kind: "sammenslaing" });
	for (const key of Object.keys(set)) if (/^(ideas|clusters)\//.test(key)) delete set[key];
	const board = await cannedBoard(hall, "board", set);
	const { page } = board.device;
	const line = await page.context().newCDPSession(page);
	await line.send("Performance.enable");
	const busy = async () =>
		(await line.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration")?.value ?? 0;
	const before = await busy();
	const began = Date.now();
	for (let n = 0; n < many; n++) {
		const id = `i${n}`;
		const text = `Forslag nummer ${n}`;
		const idea = { id, text, group: (n % 7) + 1, place: "plenum", order: n, step: "s2", card: "", same: [] };
		const pile = { id: `c-${id}`, title: text, named: false, ideas: [id], groups: [(n % 7) + 1], order: n };
		const draft = { who: "", first: "", due: "" };
		board.tell({
			[`ideas/${id}`]: { ...idea, draft } as unknown as IdeaView,
			[`clusters/c-${id}`]: pile satisfies ClusterView,
		});
		const due = began + (n + 1) * ((seconds * 1000) / many);
		if (Date.now() < due) await new Promise((go) => setTimeout(go, due - Date.now()));
	}
	await sees(page.getByRole("heading", { name: t("board.proposals", { n: many }) }));
	const cost = (await busy()) - before;
	console.info(
		`${many} ideas in ${Date.now() - began} ms: the board's main thread was busy for ${Math.round(cost * 1000)} ms`,
	);
	// Every one of them can be turned to: eight on a page, the last page too.
	const pages = Math.ceil(many / 8);
	const seen = new Set<string>();
	await page.keyboard.press("p");
	for (let n = 0; n < pages; n++) {
		for (const text of await page.locator(".pile-title").allTextContents()) seen.add(text);
		const at = await page.locator(".heading .sub").textContent();
		await page.keyboard.press("PageDown");
		await expect.poll(() => page.locator(".heading .sub").textContent()).not.toBe(at);
	}
	expect(seen.size).toBe(many);
	hall.calm();
});

import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { CDPSession, Page } from "playwright-core";

/** The least that could be a page to join by: a heading, a field, and a script that makes the button work. */
const html = `<!doctype html><html lang="nb"><meta name="viewport" content="width=device-width"><title>Bar</title>
<main><h1>Bli med</h1><label>Møtekode <input></label><button>Bli med</button></main><script src="/bare.js"></script></html>`;
const js = `document.querySelector("button").onclick = () => {}; document.body.dataset.works = "";
const list = document.createElement("ul"); document.body.append(list);
globalThis.take = (frame) => { for (const [id, e] of Object.entries(JSON.parse(frame).set)) {
  let row = document.getElementById(id); if (!row) { row = document.createElement("li"); row.id = id; list.append(row); }
  row.textContent = e.text; } };`;

/**
 * takes is how long a page holds its main thread, in milliseconds of processor, to take frames that come so far apart and
 * draw them. The page has them beforehand and hands them to itself: what carries them from here is not the page's.
 */
export async function takes(page: Page, line: CDPSession, frames: readonly string[], every = 0): Promise<number> {
	const held = async () =>
		(await line.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration")?.value ?? 0;
	await line.send("Performance.enable", { timeDomain: "threadTicks" });
	await page.evaluate((all) => Object.assign(globalThis, { frames: all }), frames);
	const before = await held();
	await page.evaluate(async (every) => {
		const { frames, take } = globalThis as unknown as { frames: string[]; take(frame: string): void };
		const until = (at: number) => new Promise((go) => setTimeout(go, at - performance.now()));
		const began = performance.now();
		for (const [n, frame] of frames.entries()) {
			take(frame);
			await until(began + (n + 1) * every);
		}
		// What came last may wait its turn to be drawn.
		await until(performance.now() + 400);
	}, every);
	return 1000 * ((await held()) - before);
}

/** bare serves it. What ours takes is told as so many times what this takes. */
export async function bare(): Promise<{ base: string; close(): Promise<void> }> {
	const server: Server = createServer((asked, answer) => {
		const script = asked.url === "/bare.js";
		answer.setHeader("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
		answer.end(script ? js : html);
	}).listen(0, "localhost");
	await once(server, "listening");
	return {
		base: `http://localhost:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, "close");
		},
	};
}

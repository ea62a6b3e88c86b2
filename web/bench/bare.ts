import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** The least that could be a page to join by: a heading, a field, and a script that makes the button work. */
const html = `<!doctype html><html lang="nb"><meta name="viewport" content="width=device-width"><title>Bar</title>
<main><h1>Bli med</h1><label>Møtekode <input></label><button>Bli med</button></main><script src="/bare.js"></script></html>`;
const js = `document.querySelector("button").onclick = () => {}; document.body.dataset.works = "";
const list = document.createElement("ul"); document.body.append(list);
globalThis.take = (frame) => { for (const [id, e] of Object.entries(JSON.parse(frame).set)) {
  let row = document.getElementById(id); if (!row) { row = document.createElement("li"); row.id = id; list.append(row); }
  row.textContent = e.text; } };`;

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

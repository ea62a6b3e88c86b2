import type { WebSocketRoute } from "playwright-core";
import type { Pictures } from "../src/gen/protocol";
import type { Device } from "./device";
import type { Hall } from "./hall";

/** CannedBoard is the real board page, shown a meeting that nobody holds. */
export interface CannedBoard {
	device: Device;
	/** tell sends a patch as the server would. */
	tell(set: Pictures): void;
}

/** CannedPhone is the real page of somebody who takes part, shown a meeting that nobody holds. */
export interface CannedPhone {
	device: Device;
	/** tell sends a patch as the server would. */
	tell(set: Pictures): void;
	/** cut takes the network away for the rest of the page. */
	cut(): void;
}

/** cannedPhone opens that page. Whatever it asks for is said to be stored, and changes nothing. */
export async function cannedPhone(hall: Hall, name: string, set: Pictures, now: number): Promise<CannedPhone> {
	const device = await hall.device(name, "phone");
	const { page } = device;
	let line: WebSocketRoute | undefined;
	let seq = 1;
	let dead = false;
	await page.route("**/api/**", (route) => (dead ? route.abort() : route.fulfill({ json: {} })));
	const send = (frame: object) => line?.send(JSON.stringify(frame));
	await page.routeWebSocket(/\/ws\?/, (ws) => {
		if (dead) return void ws.close({ code: 1001 });
		line = ws;
		ws.onMessage((said) => {
			const frame = JSON.parse(String(said));
			if (frame.t === "cmd") return send({ t: "ack", id: frame.id, seq });
			if (frame.t !== "hi") return;
			const me = { seat: "s1", role: "participant", build: "" };
			send({ t: "hi", v: 1, room: "canned", epoch: "e", seq: 1, now, ...me });
			send({ t: "snap", epoch: "e", seq: 1, set });
		});
	});
	await page.goto("/rom/canned");
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	return {
		device,
		tell: (more) => {
			send({ t: "patch", from: seq, to: seq + 1, set: more });
			seq++;
		},
		cut: () => {
			dead = true;
			void line?.close({ code: 1001 });
		},
	};
}

const host = "dugnad.vestby.kommune.no";
const square = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9H0z'/></svg>";

export async function cannedBoard(hall: Hall, name: string, set: Pictures): Promise<CannedBoard> {
	const device = await hall.device(name, "board");
	const { page } = device;
	let line: WebSocketRoute | undefined;
	let seq = 1;
	await page.route("**/api/**", (route) => {
		const path = new URL(route.request().url()).pathname;
		if (path.endsWith("/address"))
			return route.fulfill({ json: { url: `http://${host}`, host, candidates: [], reached: true } });
		if (path.endsWith("qr.svg")) return route.fulfill({ contentType: "image/svg+xml", body: square });
		return route.fulfill({ json: {} });
	});
	const send = (frame: object) => line?.send(JSON.stringify(frame));
	await page.routeWebSocket(/\/ws\?/, (ws) => {
		line = ws;
		ws.onMessage((said) => {
			if (JSON.parse(String(said)).t !== "hi") return;
			const me = { seat: "board", role: "board", build: "" };
			send({ t: "hi", v: 1, room: "canned", epoch: "e", seq: 1, now: Date.now(), ...me });
			send({ t: "snap", epoch: "e", seq: 1, set });
		});
	});
	await page.goto("/tavle/canned");
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	return {
		device,
		tell: (more) => {
			send({ t: "patch", from: seq, to: seq + 1, set: more });
			seq++;
		},
	};
}

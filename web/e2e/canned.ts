import type { Page, WebSocketRoute } from "playwright-core";
import type { Pictures } from "../src/gen/protocol";
import type { Device } from "./device";
import type { Hall } from "./hall";

/** Canned is a line to nobody: what a server would tell. */
interface Canned {
	/** tell sends a patch as the server would. */
	tell(set: Pictures): void;
	/** cut takes the network away for the rest of the page. */
	cut(): void;
}

/** CannedBoard is the real board page, shown a meeting that nobody holds. */
export interface CannedBoard extends Pick<Canned, "tell"> {
	device: Device;
}

/** CannedPhone is the real page of somebody who takes part, shown a meeting that nobody holds. */
export interface CannedPhone extends Canned {
	device: Device;
}

/** answered is what a page gets when it asks over HTTP: a body by the end of the path, else nothing. */
type Answered = (path: string) => { json: unknown } | { contentType: string; body: string };

/** canned opens a page on a line of its own. Whatever it sends is said to be stored, and changes nothing. */
async function canned(
	page: Page,
	path: string,
	me: object,
	set: Pictures,
	now: () => number,
	answered: Answered = () => ({ json: {} }),
): Promise<Canned> {
	let line: WebSocketRoute | undefined;
	let seq = 1;
	let dead = false;
	await page.route("**/api/**", (route) =>
		dead ? route.abort() : route.fulfill(answered(new URL(route.request().url()).pathname)),
	);
	const send = (frame: object) => line?.send(JSON.stringify(frame));
	await page.routeWebSocket(/\/ws\?/, (ws) => {
		if (dead) return void ws.close({ code: 1001 });
		line = ws;
		ws.onMessage((said) => {
			const frame = JSON.parse(String(said));
			if (frame.t === "cmd") return send({ t: "ack", id: frame.id, seq });
			if (frame.t !== "hi") return;
			send({ t: "hi", v: 1, room: "canned", epoch: "e", seq: 1, now: now(), build: "", ...me });
			send({ t: "snap", epoch: "e", seq: 1, set });
		});
	});
	await page.goto(path);
	await page.getByRole("heading", { level: 1 }).first().waitFor();
	return {
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

/** cannedPhone opens the page of somebody who takes part. */
export async function cannedPhone(hall: Hall, name: string, set: Pictures, now: number): Promise<CannedPhone> {
	const device = await hall.device(name, "phone");
	const me = { seat: "s1", role: "participant" };
	return { device, ...(await canned(device.page, "/rom/canned", me, set, () => now)) };
}

const host = "dugnad.vestby.kommune.no";
const square = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 0h9v9H0z'/></svg>";

/** cannedBoard opens the board, at an address that phones can reach. */
export async function cannedBoard(hall: Hall, name: string, set: Pictures): Promise<CannedBoard> {
	const device = await hall.device(name, "board");
	const me = { seat: "board", role: "board" };
	const { tell } = await canned(device.page, "/tavle/canned", me, set, Date.now, (path) => {
		if (path.endsWith("/address")) return { json: { url: `http://${host}`, host, candidates: [], reached: true } };
		if (path.endsWith("qr.svg")) return { contentType: "image/svg+xml", body: square };
		return { json: {} };
	});
	return { device, tell };
}

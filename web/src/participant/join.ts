import { type Signal, signal } from "@preact/signals";
import * as api from "../net/api";
import { Backoff } from "../net/backoff";
import { online } from "../net/online";
import { notebook } from "../state/drafts";
import { tidy } from "./code";
import { device } from "./device";
import { go } from "./route";

/** Waiting knocks again by itself; tired has stopped, and leaves it to the person. */
export type Joining =
	| { is: "idle" }
	| { is: "joining" }
	| { is: "waiting"; offline: boolean }
	| { is: "tired" }
	| { is: "refused"; code: string };

/** Where we are in coming in. */
export const joining: Signal<Joining> = signal({ is: "idle" });

const again = new Set(["offline", "busy", "slow_down", "other_build", "internal"]);
/** How many answers of “not now” are enough. A dead network does not count: nobody is disturbed by it. */
export const tries = 4;
const patience = 20_000; // what the door may ask of a person who stands there with a code

let knocking = { code: "", left: new AbortController() };

/** leaveDoor gives up what is being tried, as when the code is being mended. */
export function leaveDoor(): void {
	instead("");
	joining.value = { is: "idle" };
}

/** instead has the last attempt end, and its waiting with it. */
function instead(code: string) {
	knocking.left.abort();
	knocking = { code, left: new AbortController() };
	return knocking;
}

/** join knocks with a code until the door answers, and goes in. Two taps are one wish; another code takes the first one's place. */
export async function join(typed: string): Promise<void> {
	const code = tidy(typed);
	if (joining.value.is === "joining" && knocking.code === code) return;
	const me = instead(code);
	const backoff = new Backoff();
	joining.value = { is: "joining" };
	for (let noes = 0; ; ) {
		const answer = await api.join(code, device(), "");
		if (knocking !== me) return;
		if (answer.ok) {
			joining.value = { is: "idle" };
			notebook.write(`code:${answer.body.room}`, code);
			go(`/rom/${answer.body.room}`, true);
			return;
		}
		if (!again.has(answer.code)) {
			joining.value = { is: "refused", code: answer.code };
			return;
		}
		const offline = answer.code === "offline";
		if (!offline && ++noes === tries) {
			joining.value = { is: "tired" };
			return;
		}
		joining.value = { is: "waiting", offline };
		await online(Math.min(patience, answer.after * 1000) + backoff.next(), me.left.signal);
		if (knocking !== me) return;
	}
}

/** rejoin takes back one's seat in a room this phone has been in, or tells why not. */
export async function rejoin(room: string): Promise<"back" | "unknown" | "removed"> {
	const code = notebook.read(`code:${room}`);
	if (!code) return "unknown";
	const answer = await api.join(code, device(), "");
	if (answer.ok) return answer.body.room === room ? "back" : "unknown";
	return answer.code === "shown_out" ? "removed" : "unknown";
}

import { type Signal, signal } from "@preact/signals";
import { api } from "../net/api";
import { Backoff } from "../net/backoff";
import { online } from "../net/online";
import { notebook } from "../state/drafts";
import { tidy } from "./code";
import { device } from "./device";
import { go } from "./route";

export type Joining = { is: "idle" } | { is: "joining" } | { is: "offline" } | { is: "refused"; code: string };

/** Where we are in coming in. One at a time: two taps are one wish. */
export const joining: Signal<Joining> = signal({ is: "idle" });

const again = new Set(["offline", "busy", "slow_down", "other_build", "internal"]);

/** join knocks with a code until the door answers, and goes in. */
export async function join(typed: string): Promise<void> {
	if (joining.value.is === "joining" || joining.value.is === "offline") return;
	const code = tidy(typed);
	const backoff = new Backoff();
	joining.value = { is: "joining" };
	for (;;) {
		const answer = await api.join(code, device(), "");
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
		if (answer.code === "offline") joining.value = { is: "offline" };
		await online(backoff.next());
	}
}

/** rejoin takes back one's seat in a room this phone has been in, or tells why not. */
export async function rejoin(room: string): Promise<"back" | "unknown" | "removed"> {
	const code = notebook.read(`code:${room}`);
	if (!code) return "unknown";
	const answer = await api.join(code, device(), "");
	if (answer.ok) return answer.body.room === room ? "back" : "unknown";
	return answer.code === "forbidden" ? "removed" : "unknown";
}

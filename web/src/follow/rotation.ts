import type { NewKey } from "../net/api";
import * as api from "../net/api";

/** What is under way when this device rotates the group's link: its own line is cut before the fresh cookie has come. */
let now: Promise<unknown> | undefined;

/** settled waits until a rotation of our own has its fresh cookie. */
export const settled = (): Promise<unknown> | undefined => now;

/** rotate makes a new link for the group. */
export async function rotate(room: string): Promise<{ ok: true; body: NewKey } | { ok: false; code: string }> {
	const answer = api.rotate(room, "follow", "follow");
	now = answer;
	return answer;
}

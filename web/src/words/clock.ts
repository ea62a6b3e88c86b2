import { timeIn } from "../state/moment";
import type { Args } from "./say";
import { type Key, t } from "./words";

/** clock says HH:MM as it is written in a language, “17.49” or “17:49”. Which is in its catalogue, and nowhere else. */
export function clock(time: string, say: (key: Key, args: Args) => string = t): string {
	const [h, min = ""] = time.split(":");
	return say("common.clock", { h: Number(h), min });
}

/** clockAt says a moment so. */
export const clockAt = (at: number, zone: string): string => clock(timeIn(at, zone));

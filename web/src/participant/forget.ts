import { forgetDrafts } from "../state/drafts";
import { forgetShown } from "../state/kept";
import { forgetPassed } from "./present";

/** What else has something to forget of a meeting says so when its part comes. */
export const alsoForget: ((room: string) => void)[] = [forgetDrafts, forgetPassed, forgetShown];

/** forget takes away everything this device keeps about a meeting: drafts, choices, codes. */
export function forget(room: string): void {
	for (const also of alsoForget) also(room);
	try {
		for (const key of Object.keys(localStorage)) if (key.split(":").includes(room)) localStorage.removeItem(key);
	} catch {
		// Nothing could be kept, so there is nothing to forget.
	}
}

import { forgetChoices } from "../phases/choice";
import { forgetPlaces } from "../phases/paper";
import { forgetDrafts } from "../state/drafts";
import { forgetShown } from "../state/kept";
import { forgetPassed } from "./present";

/** forget takes away everything this device keeps about a meeting: drafts, choices, codes. */
export function forget(room: string): void {
	forgetDrafts(room);
	forgetChoices(room);
	forgetPlaces(room);
	forgetPassed(room);
	forgetShown(room);
	try {
		for (const key of Object.keys(localStorage)) if (key.split(":").includes(room)) localStorage.removeItem(key);
	} catch {
		// Nothing could be kept, so there is nothing to forget.
	}
}

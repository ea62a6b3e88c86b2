import { newId } from "../net/ids";
import { notebook } from "../state/drafts";

let inMemory: string | undefined;

/**
 * device is this phone's own throw of the dice. The same throw gives the same
 * seat, so a lost answer, a lost cookie or a second tab never makes two of one.
 */
export function device(): string {
	inMemory ??= notebook.read("device") ?? newId();
	notebook.write("device", inMemory);
	return inMemory;
}

import { toTop } from "./screen";

const typed = "textarea, input:not([type=radio], [type=checkbox])";

/**
 * moved is for a phone whose meeting, or whose table, is another than just now. What was opened over the old screen goes with it, so that
 * nobody waits behind a menu: but not what somebody is writing in, nor a code that is held up to another phone. And
 * the new screen is seen from its heading on, unless somebody is typing: then nothing moves.
 */
export function moved(): void {
	for (const over of document.querySelectorAll("dialog")) {
		const fields = [...over.querySelectorAll<HTMLInputElement>(typed)];
		if (!over.querySelector("output") && !fields.some((f) => f.value)) over.close();
	}
	if (!document.activeElement?.matches(typed)) toTop();
}

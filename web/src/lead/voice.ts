import { useEffect } from "preact/hooks";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { refused } from "../words/words";
import { refusedUndo } from "./undo";

export { say, unsay, Voice } from "../participant/voice";

/** useRefusals says aloud what the server said no to, once each. */
export function useRefusals(m: Meeting): void {
	const refusals = m.outbox.refusals.value;
	useEffect(() => {
		for (const r of refusals) {
			refusedUndo();
			say(refused(r.code));
			m.outbox.seen(r.id);
		}
	}, [refusals]);
}

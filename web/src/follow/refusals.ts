import { useEffect } from "preact/hooks";
import type { CommandName } from "../gen/protocol";
import type { Refused } from "../net/outbox";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { refused } from "../words/words";

/** What holds somebody's words: a no to it is kept on the device until they have seen it. */
const words: readonly CommandName[] = [
	"measure.edit",
	"comment.write",
	"answer.write",
	"contact.set",
	"status.set",
	"part.set",
	"milestone.set",
	"number.set",
	"measure.take",
	"check.agree",
];

export function holdWords(m: Meeting): void {
	m.outbox.written.push(...words);
}

/** overtaken is what this device wrote in a place where somebody else had written meanwhile. It waits for a choice. */
export function overtaken(m: Meeting, slot: string): Refused | undefined {
	return m.outbox.refusals.value.filter((r) => r.slot === slot && r.code === "changed").at(-1);
}

/** dropOvertaken lets go of all of it in one place, when the choice is made. */
export function dropOvertaken(m: Meeting, slot: string): void {
	for (const r of m.outbox.refusals.peek()) if (r.slot === slot && r.code === "changed") m.outbox.seen(r.id);
}

/** useRefusals says aloud what the server said no to, once each. What two wrote at once stands on the screen instead. */
export function useRefusals(m: Meeting): void {
	const refusals = m.outbox.refusals.value;
	useEffect(() => {
		for (const r of refusals) {
			if (r.code === "changed" && r.slot) continue;
			say(refused(r.code));
			m.outbox.seen(r.id);
		}
	}, [refusals]);
}

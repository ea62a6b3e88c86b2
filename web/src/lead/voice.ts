import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ActView } from "../gen/protocol";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { refused, t } from "../words/words";

export { say, Voice } from "../participant/voice";

/** told are the acts that a press has been told are changed since: the next press is for an older one. */
const told = signal<readonly number[]>([]);

/** latest is the act that an undo is for. */
export function latest(m: Meeting): ActView | undefined {
	return m.store.one("acts")?.acts.find((a) => !(a.changed && told.value.includes(a.act)));
}

/** undo takes back the latest act. One that has been changed since is named, and never the one before it instead. */
export function undo(m: Meeting): void {
	const act = latest(m);
	if (!act) say(t("lead.undo_none"));
	else if (act.changed) {
		told.value = [...told.value, act.act];
		say(refused("changed"));
	} else m.send("act.undo", { act: act.act });
}

/**
 * undoing gives an undo for the act that is on its way now, or for as many as one press has sent. By the time it is
 * pressed the room may have moved on, and it must still take back these acts, the last first, and not the latest.
 */
export function undoing(m: Meeting, kind: string, n = 1): () => void {
	const before = m.store.seq.peek();
	return () => {
		const later = (m.store.one("acts")?.acts ?? []).filter((a) => a.act > before && a.kind === kind);
		const acts = later.map((a) => a.act).sort((a, b) => a - b);
		if (acts.length === 0) say(t("lead.undo_none"));
		for (const act of acts.slice(0, n).reverse()) m.send("act.undo", { act });
	};
}

/** useRefusals says aloud what the server said no to, once each. */
export function useRefusals(m: Meeting): void {
	const refusals = m.outbox.refusals.value;
	useEffect(() => {
		for (const r of refusals) {
			say(refused(r.code));
			m.outbox.seen(r.id);
		}
	}, [refusals]);
}

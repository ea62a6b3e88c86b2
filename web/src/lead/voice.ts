import { useEffect } from "preact/hooks";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { refused, t } from "../words/words";

export { say, Voice } from "../participant/voice";

/** undo takes back the latest act that can be. Whether it may is the server's to say. */
export function undo(m: Meeting): void {
	const act = m.store.one("acts")?.acts[0];
	if (act) m.send("act.undo", { act: act.act });
	else say(t("lead.undo_none"));
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

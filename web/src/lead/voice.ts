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

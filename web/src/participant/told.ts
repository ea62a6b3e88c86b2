import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { say, whisper } from "./voice";

/** useTold says what has come of this seat once it has: another table, or a hand that is down, and who took it down. */
export function useTold(m: Meeting): void {
	const { group = 0, hand = "" } = m.me.value ?? {};
	const step = m.store.one("step")?.id;
	const lowers = m.outbox.pending("seat.hand").at(-1)?.with.why === "";
	const was = useRef({ group, hand, step, own: false });
	useEffect(() => {
		const before = was.current;
		// Whoever holds this phone has taken it down themselves, until it is up again.
		const own = lowers || (before.own && hand === before.hand);
		was.current = { group, hand, step, own };
		if (before.group && group && before.group !== group) {
			say(t("p.moved", { n: group }));
			navigator.vibrate?.(200);
		}
		if (!before.hand || hand) return;
		const table = m.store.get("groups", group);
		if (before.own) whisper(t("p.hand.down"));
		else if (before.hand !== "write") say(t("p.hand.seen"));
		// What was to be written goes with its step, or the table's list, and needs no word.
		else if (before.step === step && !table?.sent) say(t(table?.scribe ? "p.pen.told" : "p.hand.seen"));
	}, [group, hand, step, lowers]);
}

import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { say } from "./voice";

/** useTold says what has come of this seat once it has: another table, or a hand that is down, whoever took it down. */
export function useTold(m: Meeting): void {
	const { group = 0, hand = "" } = m.me.value ?? {};
	const was = useRef({ group, hand });
	useEffect(() => {
		const before = was.current;
		was.current = { group, hand };
		if (before.group && group && before.group !== group) {
			say(t("p.moved", { n: group }));
			navigator.vibrate?.(200);
		}
		if (before.hand && !hand) say(t("p.hand.down"));
	}, [group, hand]);
}

import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { type Call, callsOf } from "./advice";
import type { Tab } from "./tabs";
import { say } from "./voice";

/** called is who has raised a hand for what, in words. */
export function called(c: Call): string {
	const who = c.group ? t("common.group", { n: c.group }) : t("lead.seat", { n: c.n });
	return t(`lead.advice.${c.kind}`, { who });
}

/** Calls is how many have raised a hand, on the tab where they are answered. On another tab a new one is said as well. */
export function Calls({ m, tab }: { m: Meeting; tab: Tab }) {
	const calls = callsOf({ seats: m.store.list("seats", (s) => s.n), groups: m.store.list("groups", (g) => g.n) });
	const known = useRef<ReadonlySet<string>>(new Set(calls.map((c) => c.seat)));
	useEffect(() => {
		const fresh = calls.find((c) => !known.current.has(c.seat));
		known.current = new Set(calls.map((c) => c.seat));
		if (fresh && tab !== "run") say(called(fresh));
	}, [calls.map((c) => c.seat).join()]);
	if (!calls.length) return null;
	return (
		<span class="calls">
			<span aria-hidden="true">{calls.length}</span>
			<span class="vh">{calls.map(called).join(". ")}</span>
		</span>
	);
}

import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { say } from "./voice";

/** What whoever came by a door is called once they lead. The young leaders' doors open another panel. */
const names = {
	lead: "lead.doors.is_lead",
	deputy: "lead.doors.is_standin",
	assistant: "lead.doors.is_assistant",
	guest: "lead.doors.is_guest",
} as const;

/** leadersOf is who leads, the first one first: each by its door, and since when. */
export const leadersOf = (m: Meeting) =>
	m.store
		.list("seats", (s) => s.since)
		.flatMap((s) => (s.via in names && !s.left ? [{ ...s, via: s.via as keyof typeof names }] : []));

export type Leader = ReturnType<typeof leadersOf>[number];

export const called = (l: Leader): string => t(names[l.via]);

/** useLeaders says it once when somebody else has come to lead. Silence can give the lead away, and a key opens without asking. */
export function useLeaders(m: Meeting): void {
	const leaders = leadersOf(m);
	const known = useRef<ReadonlySet<string> | undefined>(undefined);
	useEffect(() => {
		// Whoever has just come to lead is told of nobody who led before: not until its own place is among them does it know them.
		if (!leaders.some((l) => l.seat === m.me.value?.seat)) return;
		const fresh = leaders.filter((l) => known.current && !known.current.has(l.seat)).pop();
		known.current = new Set(leaders.map((l) => l.seat));
		if (fresh) say(t(`lead.doors.now.${fresh.via}`));
	}, [leaders.map((l) => l.seat).join()]);
}

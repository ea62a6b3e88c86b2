import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { ActView } from "../gen/protocol";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { type Key, refused, t } from "../words/words";

/** told are the acts that a press has been told are changed since: the next press is for an older one. */
const told = signal<readonly number[]>([]);

/** latest is the act that an undo is for. */
export function latest(m: Meeting): ActView | undefined {
	return m.store.one("acts")?.acts.find((a) => !(a.changed && told.value.includes(a.act)));
}

/** taking is the act that somebody has pressed to undo. */
const taking = signal<ActView | undefined>(undefined);

/** useUndone says what an undo took back, once it has. */
export function useUndone(m: Meeting): void {
	const acts = m.store.one("acts")?.acts;
	useEffect(() => {
		const act = taking.value;
		if (!act || acts?.some((a) => a.act === act.act)) return;
		taking.value = undefined;
		say(t("lead.undone", { what: t(actKey(act.kind)) }));
	}, [acts]);
}

/** undo takes back the latest act. One that has been changed since is named, and never the one before it instead. */
export function undo(m: Meeting): void {
	const act = latest(m);
	if (!act) say(t("lead.undo_none"));
	else if (act.changed) {
		told.value = [...told.value, act.act];
		say(refused("changed"));
	} else {
		taking.value = act;
		m.send("act.undo", { act: act.act });
	}
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

/** refusedUndo forgets a press that came to nothing. */
export function refusedUndo(): void {
	taking.value = undefined;
}

/** What an act is called on the undo button. One that has no name yet is just undone. */
const named = [
	"step.entered",
	"step.retimed",
	"groups.made",
	"group.sent",
	"seat.placed",
	"seat.heads_set",
	"seat.scribe_set",
	"seats.tied",
	"meeting.described",
	"meeting.locked",
	"meeting.out_by_set",
	"idea.moved",
	"cluster.joined",
	"cluster.renamed",
	"clusters.numbered",
	"measure.set",
	"measure.passed",
	"agenda.set",
	"card.taken",
	"table.called",
	"tables.ordered",
	"decision.written",
	"slide.set",
	"second.set",
	"cluster.also_said",
	"slide.removed",
	"result.unveiled",
	"result.paced",
	"idea.held",
	"idea.tidied",
	"idea.translated",
	"idea.spoken",
	"posting.paused",
	"meeting.moderated",
	"table.away_set",
];

/** actKey is what an act is called. */
export const actKey = (kind: string): Key =>
	(named.includes(kind) ? `lead.act.${kind.replace(".", "_")}` : "lead.act.other") as Key;

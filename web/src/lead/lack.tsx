import { ballotMax, type Lacking, type LackView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { info } from "../ui/lateicons";
import { t } from "../words/words";
import { openTab, type Tab, tab } from "./tabs";

const tableSize = 5;
const someTime = 180;

/** What can be done at once about what is lacking, or the tab where it is done. */
const acts: Record<Lacking, Tab | ((m: Meeting) => void)> = {
	people: "ready",
	groups: (m) => {
		m.send("groups.make", { size: tableSize });
		openTab("groups");
	},
	cards: (m) => {
		for (const g of m.store.list("groups", (x) => x.n))
			if (g.size > 0 && !g.card) m.send("card.draw", { group: g.n }, `draw/${g.n}`);
	},
	notes: (m) => void m.send("timer.add", { seconds: someTime }),
	list: (m) => void m.send("timer.add", { seconds: someTime }),
	told: (m) => void m.send("table.call", { from: m.store.one("telling")?.now ?? 0 }),
	sent: (m) => {
		for (const g of m.store.list("groups", (x) => x.n))
			if (!g.sent && (m.store.get("progress", String(g.n))?.kept ?? 0) > 0) m.send("group.send", { group: g.n });
	},
	mood: (m) => void m.send("mood.close", { step: m.store.one("step")?.id ?? "" }, "mood"),
	proposals: "merge",
	many: "merge",
	vote: "vote",
	measures: "measures",
	owners: (m) => {
		for (const x of m.store.list("measures", (x) => x.order))
			if (!x.responsible && !x.followUp) m.send("measure.pass", { id: x.id, on: true });
	},
};

/** lackOf is what the step has not come to yet, as the room sees it. */
export function lackOf(m: Meeting): LackView | undefined {
	const lack = m.store.one("lack");
	return lack?.what ? lack : undefined;
}

export const lackSays = ({ what, n }: LackView): string => (what ? t(`lead.lack.${what}`, { n, most: ballotMax }) : "");

/**
 * Lack says once what the step has not come to, and what to do. The button that goes on stays where it is: the next
 * press goes on, with the mouse, a key or a clicker. What is said is heard too, so the region is always there.
 */
export function Lack({ m, of, onDone }: { m: Meeting; of: LackView | undefined; onDone: () => void }) {
	const what = of?.what;
	const act = what && acts[what];
	return (
		<div class="lack" role="status">
			{of && what ? (
				<>
					<Icon d={info} />
					<p>{lackSays(of)}</p>
					{act === tab.value ? null : (
						<Button
							onClick={() => {
								if (typeof act === "string") openTab(act);
								else act?.(m);
								onDone();
							}}
						>
							{t(`lead.lack.${what}_do`, { n: m.store.one("telling")?.next ?? 0 })}
						</Button>
					)}
				</>
			) : null}
		</div>
	);
}

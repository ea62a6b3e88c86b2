import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { t } from "../words/words";
import type { Pile } from "./piles";
import { undoing } from "./undo";
import { say } from "./voice";

/**
 * Renumber closes the holes that merging leaves between the numbers. It never happens by itself, since the hall has
 * heard the numbers, and not once somebody has voted by them.
 */
export function Renumber({ m, piles }: { m: Meeting; piles: readonly Pile[] }) {
	const holes = piles.some((p, i) => p.n !== i + 1);
	const voted = [...m.store.all("votes").values()].some((v) => v.status !== "cancelled");
	if (!holes || voted) return null;
	return (
		<Button
			small
			variant="paper"
			onClick={() => {
				if (m.outbox.pending("cluster.number").length > 0) return;
				say(t("lead.merge.numbered", { n: piles.length }), undoing(m, "clusters.numbered"));
				m.send("cluster.number", {});
			}}
		>
			{t("lead.merge.number", { n: piles.length })}
		</Button>
	);
}

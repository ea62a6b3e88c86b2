import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { flag, next, speaker } from "../ui/icons";
import { talked } from "../ui/talked";
import { t } from "../words/words";
import { pilesOf } from "./piles";
import { openVote } from "./vote";

/**
 * Showing is what the board shows besides the step's own picture: one proposal after the other while the hall talks
 * about them, or how the ideas became proposals. The meeting itself stands still meanwhile.
 */
export function Showing({ m }: { m: Meeting }) {
	const piles = talked(pilesOf(m));
	const showing = m.store.one("showing");
	if (piles.length === 0 || openVote(m) || m.store.one("meeting")?.status === "ended") return null;
	// A press while the last one is still on its way is the same press.
	const show = (what: string, cluster?: string) => {
		if (m.outbox.pending("board.show").length === 0) m.send("board.show", cluster ? { what, cluster } : { what });
	};
	const at = piles.findIndex((p) => showing?.what === "cluster" && p.id === showing.cluster);
	const [now, after] = [piles[at], piles[at + 1]];
	return (
		<section class="box showing" aria-labelledby="showing">
			<h2 id="showing" dir="auto">
				{now
					? t("lead.showing.now", { n: now.n, at: at + 1, of: piles.length, title: now.title })
					: t(showing?.what === "flow" ? "lead.showing.flow_now" : "lead.showing.title")}
			</h2>
			<div class="row wrap">
				{now && after ? (
					<Button icon={next} onClick={() => show("cluster", after.id)}>
						{t("lead.showing.next", { n: after.n })}
					</Button>
				) : null}
				{now || !piles[0] ? null : (
					<Button icon={speaker} onClick={() => show("cluster", piles[0]?.id)}>
						{t("lead.showing.talk")}
					</Button>
				)}
				{showing?.what === "flow" ? null : (
					<Button variant="paper" icon={flag} onClick={() => show("flow")}>
						{t("lead.showing.flow")}
					</Button>
				)}
				{showing?.what ? (
					<Button variant="tertiary" onClick={() => show("")}>
						{t("lead.showing.back")}
					</Button>
				) : null}
			</div>
		</section>
	);
}

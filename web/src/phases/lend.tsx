import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, pen } from "../ui/icons";
import { useTwice } from "../ui/twice";
import { t } from "../words/words";

/** AskPen is for whoever would rather say it: one tap, and nobody is told who. */
export function AskPen({ m }: { m: Meeting }) {
	const me = m.me.value;
	const flying = m.outbox.pending("seat.hand").at(-1);
	const hand = flying ? flying.with.why : me?.hand;
	useTwice(hand);
	if (!me?.group || me.scribe) return null;
	const set = (why: string) => m.send("seat.hand", { why }, "hand");
	// Who has called for whoever leads does not lose that for this.
	if (hand && hand !== "write") return null;
	if (!hand) {
		return (
			<Button variant="tertiary" icon={pen} onClick={() => set("write")}>
				{t("p.pen.ask")}
			</Button>
		);
	}
	return (
		<div class="callout-box stack-s">
			<p>{t(m.store.get("groups", me.group)?.scribe ? "p.pen.asked" : "p.hand.up")}</p>
			<Button small variant="paper" onClick={() => set("")}>
				{t("p.pen.off")}
			</Button>
		</div>
	);
}

/** Wish tells the one who writes for the table that somebody would rather say it. */
export function Wish({ m }: { m: Meeting }) {
	const me = m.me.value;
	const wish = me ? m.store.get("wishes", me.seat) : undefined;
	if (!wish) return null;
	return (
		<section class="callout-box stack-s" aria-label={t("p.pen.wish", { n: wish.n })}>
			<p class="line">
				<Icon d={pen} />
				<span>{t("p.pen.wish", { n: wish.n })}</span>
			</p>
			<Button small icon={check} onClick={() => m.send("pen.lend", {}, "pen")}>
				{t("p.pen.done")}
			</Button>
		</section>
	);
}

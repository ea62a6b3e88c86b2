import { useState } from "preact/hooks";
import type { ResultView, VoteView } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { tieOf } from "../ui/outcome";
import { t } from "../words/words";
import { Stepper } from "./stepper";

/** Again is a new round with one press: between those that share a place, or between the first ones. */
export function Again({ m, of, vote }: { m: Meeting; of: ResultView; vote: VoteView }) {
	const tie = tieOf(of);
	const [tied, choose] = useState(!!tie);
	const [n, set] = useState(2);
	// What has been laid together with something since is no longer a proposal of its own.
	const rows = of.rows.filter((r) => m.store.get("clusters", r.id));
	const list = tied && tie ? rows.filter((r) => r.rank === tie.place) : rows.slice(0, n);
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const place = about?.agenda.filter((l, at) => l.kind === "avstemning" && at < (step?.index ?? 0)).at(-1);
	const here = step?.kind === "avstemning";
	if (rows.length < 2 || about?.status === "ended" || (!here && !place)) return null;
	const open = () => {
		if (m.outbox.pending("vote.open").length > 0 || list.length < 2) return;
		if (!here && place) m.send("agenda.go", { step: place.id });
		m.send("vote.open", {
			id: newId(),
			method: vote.method,
			k: least(vote, list.length, tied),
			secret: vote.secret,
			options: list.map((r) => r.id),
			follows: vote.id,
		});
	};
	return (
		<section class="box stack-s ways" aria-labelledby="again">
			<h2 id="again">{t("lead.again.title")}</h2>
			<p class="small muted">{t("lead.again.why")}</p>
			{tie ? (
				<label>
					<input class="ds-input" type="radio" name="again" checked={tied} onChange={() => choose(true)} />
					<b>{t("lead.again.tied", tie)}</b>
				</label>
			) : null}
			<div class="row wrap">
				<label>
					<input class="ds-input" type="radio" name="again" checked={!tied} onChange={() => choose(false)} />
					<b>{t("lead.again.top")}</b>
				</label>
				<Stepper
					label={t("lead.again.how_many")}
					value={Math.min(n, rows.length)}
					min={2}
					max={rows.length}
					set={(n) => {
						set(n);
						choose(false);
					}}
				/>
			</div>
			<Button onClick={open}>{t("lead.again.go")}</Button>
		</section>
	);
}

/** least is how much each may hold in the new round: one where a shared place is settled, and never all there is. */
function least({ method, k }: VoteView, options: number, tied: boolean): number {
	if (method === "approve") return tied ? 1 : Math.max(1, Math.min(k, options - 1));
	return method === "rank" ? Math.min(k, options) : k;
}

import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Badges } from "../ui/badge";
import { Button } from "../ui/button";
import { merge } from "../ui/icons";
import { t } from "../words/words";
import type { Pile } from "./piles";
import { undoing } from "./undo";
import { say } from "./voice";

/** suggestedBy is the tables' own draft: proposals that they have marked as the same, and that do not lie together yet. */
export const suggestedBy = (m: Meeting, piles: readonly Pile[]): Pile[][] =>
	(m.store.one("suggestions")?.suggestions ?? [])
		.map((s) => piles.filter((p) => s.clusters.includes(p.id)))
		.filter((list) => list.length > 1);

/** Suggested shows the first of it. One press lays them together, one leaves them. */
export function Suggested({ m, piles }: { m: Meeting; piles: readonly Pile[] }) {
	const [left, leave] = useState<readonly string[]>([]);
	const all = suggestedBy(m, piles).filter((list) => !left.includes(name(list)));
	const [first] = all;
	if (!first) return null;
	return (
		<section class="box stack-s" aria-labelledby="suggested">
			<h2 id="suggested">{t("lead.merge.suggested")}</h2>
			<p>{t("lead.merge.suggested_by")}</p>
			<ul class="stack-s">
				{first.map((p) => (
					<li key={p.id} class="line">
						<span class="n">{p.n}</span>
						<span dir="auto">{p.title}</span>
						<Badges groups={tables(p)} label={(n) => t("common.group", { n })} />
					</li>
				))}
			</ul>
			<div class="row wrap">
				<Button small icon={merge} onClick={() => layAll(m, first)}>
					{t("lead.merge.suggested_lay")}
				</Button>
				<Button variant="tertiary" small onClick={() => leave([...left, name(first)])}>
					{t("lead.merge.suggested_leave")}
				</Button>
			</div>
			{all.length > 1 ? <p class="small muted">{t("lead.more_advice", { n: all.length - 1 })}</p> : null}
		</section>
	);
}

const tables = (p: Pile) => [...new Set(p.ideas.map((i) => i.group).filter((g) => g > 0))].sort((a, b) => a - b);

const name = (list: readonly Pile[]) => list.map((p) => p.id).join(" ");

/** What is largest keeps its place and its name; the others are laid in it. */
export function layAll(m: Meeting, list: readonly Pile[]): void {
	const into = list.reduce((a, b) => (b.ideas.length > a.ideas.length ? b : a));
	const rest = list.filter((p) => p !== into);
	say(t("lead.merge.laid_all", { n: list.length, title: into.title }), undoing(m, "cluster.joined", rest.length));
	for (const p of rest) m.send("cluster.join", { from: p.id, into: into.id });
}

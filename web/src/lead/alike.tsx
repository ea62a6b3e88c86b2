import { useState } from "preact/hooks";
import type { Likeness } from "../net/api";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { merge } from "../ui/icons";
import { says } from "../ui/said";
import { t } from "../words/words";
import { cut, type Pile } from "./piles";
import { undoing } from "./undo";
import { say } from "./voice";

const most = 3;

/**
 * Alike is what a program sees that only sees words: a hint, apart from and below what the tables have said, and
 * never about two proposals that people have already built of several ideas.
 */
export function Alike({ m, piles, hint }: { m: Meeting; piles: readonly Pile[]; hint: Likeness | undefined }) {
	const [left, leave] = useState<readonly string[]>([]);
	const home = new Map(piles.flatMap((p) => p.ideas.map((i) => [i.id, p] as const)));
	const said = m.store.one("suggestions")?.suggestions ?? [];
	const all = (hint?.pairs ?? []).flatMap((pair) => {
		const [a, b] = [home.get(pair.a), home.get(pair.b)];
		const name = `${pair.a} ${pair.b}`;
		if (!a || !b || a === b || pair.alike < (hint?.mentioned ?? 0) || left.includes(name)) return [];
		if (a.ideas.length > 1 && b.ideas.length > 1) return [];
		if (said.some((s) => s.clusters.includes(a.id) && s.clusters.includes(b.id))) return [];
		return [{ name, words: pair.words, ideas: [pair.a, pair.b], a, b }];
	});
	if (all.length === 0) return null;
	return (
		<section class="box stack-s" aria-labelledby="alike">
			<h2 id="alike">{t("lead.merge.alike")}</h2>
			<p class="small muted">{t("lead.merge.alike_hint")}</p>
			<ul class="alike">
				{all.slice(0, most).map((pair) => {
					const [into, from] = pair.b.ideas.length > pair.a.ideas.length ? [pair.b, pair.a] : [pair.a, pair.b];
					return (
						<li key={pair.name} class="stack-s">
							{pair.ideas.map((id) => {
								const idea = home.get(id)?.ideas.find((i) => i.id === id);
								return (
									<p key={id} class="line">
										{idea?.group ? <Badge n={idea.group} label={t("common.group", { n: idea.group })} /> : null}
										<span dir="auto">{idea ? says(idea) : null}</span>
									</p>
								);
							})}
							<p class="small muted" dir="auto">
								{t("lead.merge.alike_words", { words: pair.words.join(", ") })}
							</p>
							<div class="row wrap">
								<Button
									small
									icon={merge}
									onClick={() => {
										say(
											t("lead.merge.laid", { text: cut(from.title), title: into.title }),
											undoing(m, "cluster.joined"),
										);
										m.send("cluster.join", { from: from.id, into: into.id });
									}}
								>
									{t("lead.merge.alike_lay")}
								</Button>
								<Button variant="tertiary" small onClick={() => leave([...left, pair.name])}>
									{t("lead.merge.suggested_leave")}
								</Button>
							</div>
						</li>
					);
				})}
			</ul>
			{all.length > most ? <p class="small muted">{t("lead.more_advice", { n: all.length - most })}</p> : null}
		</section>
	);
}

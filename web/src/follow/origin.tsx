import { Badge } from "../ui/badge";
import { says, spoken, type Words } from "../ui/said";
import { t } from "../words/words";
import { Fold } from "./fold";
import type { Given } from "./given";
import { chosen, type Row } from "./rows";

interface Parent {
	id: string;
	text: string;
	/** What was written, where the text is its Norwegian line. */
	original?: string;
	lang?: string | undefined;
	group: number;
	card: string;
}

/** Origin is where a measure came from: every idea behind it with its table and its card, and how many chose it. */
export function Origin({ r, m, cal }: Given & { r: Row }) {
	const parents = parentsOf(r, m);
	const votes = r.cluster ? chosen(m, r.cluster) : undefined;
	const ended = m.store.one("meeting")?.ended ?? 0;
	if (parents.length === 0) {
		return (
			<Fold id="origin" title={t("follow.origin")}>
				<p class="muted">{t("follow.origin_none")}</p>
			</Fold>
		);
	}
	const tables = new Set(parents.map((p) => p.group).filter((n) => n > 0)).size;
	const whole = parents.length * 60;
	return (
		<Fold
			id="origin"
			title={
				r.care.idea
					? t("follow.origin_aside")
					: t("follow.origin_n", {
							ideas: t("common.ideas", { n: parents.length }),
							tables: t("follow.tables", { n: tables }),
						})
			}
		>
			<div class="origin">
				<ul>
					{parents.map((p) => (
						<li key={p.id} class="slip">
							{p.group ? <Badge n={p.group} label={t("common.group", { n: p.group })} /> : null}
							<span>
								<span dir="auto">{p.text || t("follow.redacted")}</span>
								{p.original ? (
									<span class="small muted" dir="auto" {...spoken(p.lang)}>
										{p.original}
									</span>
								) : null}
								{p.card ? (
									<span class="small muted" dir="auto">
										{t("follow.card", { title: p.card })}
									</span>
								) : null}
							</span>
						</li>
					))}
				</ul>
				<svg class="fan" viewBox={`0 0 120 ${whole}`} preserveAspectRatio="none" aria-hidden="true">
					{parents.map((p, n) => {
						const from = 30 + n * 60;
						const to = whole / 2 + (n - (parents.length - 1) / 2) * 12;
						return (
							<path key={p.id} d={`M0 ${from}C70 ${from} 50 ${to} 120 ${to}`} vector-effect="non-scaling-stroke" />
						);
					})}
				</svg>
				<div class="card">
					<div class="card-body">
						<p class="small">
							<b>
								{r.care.idea
									? t("follow.origin_taken")
									: parents.length > 1
										? t("follow.origin_merged", { day: cal.on(ended) })
										: t("follow.origin_chosen", { day: cal.on(ended) })}
							</b>
						</p>
						<p class="title" dir="auto">
							{m.store.get("clusters", r.cluster)?.title || r.title}
						</p>
						{votes ? (
							<p class="votes">
								<b class="num">{votes.row.marks}</b> {t("follow.of_ballots", { n: votes.ballots })}
							</p>
						) : null}
						<p>{t("follow.origin_kept")}</p>
					</div>
				</div>
			</div>
		</Fold>
	);
}

/** original is what was written, where the line above it is a Norwegian one. */
const original = (w: Words) => (w.norsk ? { original: w.text, lang: w.lang } : {});

function parentsOf(r: Row, m: Given["m"]): Parent[] {
	const card = (id: string) => m.store.get("cards", id)?.title ?? "";
	const aside = r.care.idea ? m.store.get("asides", r.care.idea) : undefined;
	if (aside)
		return [{ id: aside.id, text: says(aside), ...original(aside), group: aside.group, card: card(aside.card) }];
	const from = r.care.idea ? [r.care.idea] : (m.store.get("clusters", r.cluster)?.ideas ?? []);
	return from.flatMap((id) => {
		const idea = m.store.get("ideas", id);
		return idea ? [{ id, text: says(idea), ...original(idea), group: idea.group, card: card(idea.card) }] : [];
	});
}

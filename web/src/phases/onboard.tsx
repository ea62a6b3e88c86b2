import type { SlideView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { resultOf } from "../ui/outcome";
import { Said, says } from "../ui/said";
import { t } from "../words/words";
import { written } from "./written";

/** OnBoard says what the board shows besides the step's own picture: which proposal the hall talks about, or where one's own idea went. */
export function OnBoard({ m }: { m: Meeting }) {
	const showing = m.store.one("showing");
	if (showing?.what === "flow") return <Roads m={m} />;
	const slide = showing?.what === "slide" ? m.store.get("slides", showing.slide) : undefined;
	if (slide) return <Slide of={slide} />;
	const clusters = m.store.list("clusters", (c) => c.order);
	const c = clusters.find((c) => c.id === showing?.cluster);
	if (showing?.what !== "cluster" || !c) return null;
	return (
		<section class="onboard stack-s" aria-labelledby="onboard">
			<h2 id="onboard">{t("p.onboard.talk", { n: c.order })}</h2>
			<p dir="auto">
				<b>{c.title}</b>
			</p>
			<ul class="stack-s">
				{c.ideas.map((id) => {
					const idea = m.store.get("ideas", id);
					return idea ? (
						<li key={id} class="line">
							{idea.group ? <Badge n={idea.group} label={t("common.group", { n: idea.group })} /> : null}
							<span dir="auto">{says(idea)}</span>
						</li>
					) : null;
				})}
			</ul>
		</section>
	);
}

/** Slide is what the hall looks at, in words: a picture and a film by what they show. */
function Slide({ of }: { of: SlideView }) {
	return (
		<section class="onboard stack-s" aria-labelledby="onboard">
			<h2 id="onboard">{t("p.onboard.slide")}</h2>
			{of.title ? (
				<p dir="auto">
					<b>{of.title}</b>
				</p>
			) : null}
			{of.alt ? <p dir="auto">{of.alt}</p> : null}
			{of.lines.length || of.figures.length ? (
				<ul class="stack-s">
					{of.lines.map((line) => (
						<li key={line} dir="auto">
							{line}
						</li>
					))}
					{of.figures.map((f) => (
						<li key={f.label} dir="auto">
							<b>
								{f.number} {f.unit}
							</b>{" "}
							{f.label} ({f.source}, {f.year})
						</li>
					))}
				</ul>
			) : null}
		</section>
	);
}

/** Roads is where the ideas of this phone, and of its table, went. Only the phone knows which it wrote. */
function Roads({ m }: { m: Meeting }) {
	const mine = written(m.room);
	const table = m.me.value?.group ?? 0;
	const result = resultOf(m);
	// Only where a mark is a vote: points and places are read on the result itself.
	const marks = new Map(result?.method === "approve" ? result.rows.map((r) => [r.id, r.marks]) : []);
	const roads = m.store
		.list("clusters", (c) => c.order)
		.flatMap((c) => c.ideas.map((id) => ({ c, idea: m.store.get("ideas", id) })))
		.flatMap(({ c, idea }) => (idea && (mine.has(idea.id) || (table > 0 && idea.group === table)) ? [{ c, idea }] : []))
		.sort((a, b) => Number(mine.has(b.idea.id)) - Number(mine.has(a.idea.id)));
	if (roads.length === 0) return null;
	return (
		<section class="onboard stack-s" aria-labelledby="onboard">
			<h2 id="onboard">{t("p.onboard.roads")}</h2>
			<ul class="stack-s">
				{roads.map(({ c, idea }) => (
					<li key={idea.id} class="slip">
						<Said text={idea.text} lang={idea.lang} norsk={idea.norsk} />
						<p class="small">
							{mine.has(idea.id) ? `${t("p.onboard.mine")} ` : ""}
							{c.ideas.length > 1
								? t("p.onboard.into", { title: c.title, n: c.ideas.length - 1 })
								: t("p.onboard.alone")}
							{marks.has(c.id) ? ` ${t("p.onboard.votes", { n: marks.get(c.id) ?? 0 })}` : ""}
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}

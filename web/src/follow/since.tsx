import { useState } from "preact/hooks";
import { Button } from "../ui/button";
import { expand, print } from "../ui/lateicons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import type { Given } from "./given";
import { counts, type Row, rows } from "./rows";
import { StatusChip } from "./status";

const onSlide = 8; // rows that the back of a hall can read on one slide

/** Since is the slide that opens the next dugnad: what became of the last one. */
export function Since(given: Given) {
	const { m, cal } = given;
	const answer = m.store.one("answer");
	const said = (answer?.versions ?? []).filter((v) => !v.redacted);
	const [from, choose] = useState(0);
	const all = rows(m).map((r) => ({ r, turn: latest(r, given, from) }));
	const list = from ? all.filter((x) => x.turn) : all;
	const slides = Math.max(1, Math.ceil(list.length / onSlide));
	const about = m.store.one("meeting");
	if (!about) return null;
	return (
		<main class="follow-main">
			<div class="hero no-print">
				<h1 tabIndex={-1}>{t("follow.page.since")}</h1>
				<label class="row since-from">
					<span>{t("follow.since.from")}</span>
					<select class="ds-input" value={from} onChange={(e) => choose(Number(e.currentTarget.value))}>
						<option value={0}>{t("follow.since.held", { day: cal.say(cal.ended.value) })}</option>
						{said.map((v) => (
							<option key={v.seq} value={v.at}>
								{t("follow.since.answer", { day: cal.on(v.at) })}
							</option>
						))}
					</select>
				</label>
				<span class="push" />
				<Button variant="paper" icon={expand} onClick={show}>
					{t("follow.since.full")}
				</Button>
				<Button variant="primary" icon={print} onClick={() => window.print()}>
					{t("follow.since.print")}
				</Button>
			</div>
			<p class="muted no-print">{t("follow.since.why")}</p>
			<div id="slides" class="slides">
				{Array.from({ length: slides }, (_, n) => (
					<section key={n} class="slide" aria-label={t("follow.since.slide", { n: n + 1, of: slides })}>
						<header>
							<div>
								<p dir="auto">{about.title}</p>
								<h2>{t("follow.since.title", { day: cal.say(from ? cal.dateOf(from) : cal.ended.value) })}</h2>
							</div>
							<ul class="totals">
								{counts(all.map((x) => x.r)).map((c) => (
									<li key={c.status}>
										<b class="num">{c.n}</b> <StatusChip of={c.status} />
									</li>
								))}
							</ul>
						</header>
						{list.length ? (
							<ul class="slide-rows">
								{list.slice(n * onSlide, (n + 1) * onSlide).map(({ r }) => (
									<li key={r.id}>
										<StatusChip of={r.care.shown} />
										<span>
											<b dir="auto">{r.title || t("follow.untitled")}</b>
											<span dir="auto">{r.care.says || r.first}</span>
										</span>
									</li>
								))}
							</ul>
						) : (
							<p>{t("follow.since.nothing")}</p>
						)}
						<p class="slide-foot">
							<Logo />
							<span class="push" />
							<span class="num">{t("follow.day", { n: cal.day })}</span>
						</p>
					</section>
				))}
			</div>
		</main>
	);
}

/** show fills the projector with the slides; where a browser cannot, the slide stands on the page as it is. */
function show(): void {
	void document
		.getElementById("slides")
		?.requestFullscreen?.()
		.catch(() => undefined);
}

function latest(r: Row, { m }: Given, from: number) {
	return (m.store.get("trails", r.id)?.turns ?? []).filter((x) => x.at > from).at(-1);
}

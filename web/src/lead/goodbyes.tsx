import type { Meeting } from "../state/meeting";
import { t } from "../words/words";

/** Goodbyes is what people said on the way out, nobody by name. Small numbers are kept back, and the words are here until the seats are forgotten. */
export function Goodbyes({ m }: { m: Meeting }) {
	const said = m.store.one("goodbyes");
	if (!said) return null;
	const changes = m.store.one("changes")?.said ?? [];
	return (
		<section class="box stack-s" aria-labelledby="goodbyes">
			<h2 id="goodbyes">{t("lead.goodbyes", { n: said.answers })}</h2>
			{said.hidden ? (
				<p class="muted">{t("lead.goodbyes_few")}</p>
			) : (
				<>
					<dl class="rules">
						{said.useful.map((n, i) =>
							n < 0 ? null : (
								<div key={i}>
									<dt>{t("lead.goodbyes_useful", { n: i + 1 })}</dt>
									<dd class="num">{n}</dd>
								</div>
							),
						)}
					</dl>
					{said.useful.some((n) => n < 0) ? <p class="muted">{t("lead.goodbyes_under")}</p> : null}
					<p>{t("lead.goodbyes_know", { n: said.know, of: said.answers })}</p>
				</>
			)}
			{changes.length ? (
				<>
					<h3>{t("lead.goodbyes_change")}</h3>
					<ul class="stack-s">
						{changes.map((words) => (
							<li key={words} dir="auto">
								{words}
							</li>
						))}
					</ul>
					<p class="small muted">{t("lead.goodbyes_gone")}</p>
				</>
			) : null}
		</section>
	);
}

import type { Meeting } from "../state/meeting";
import { t } from "../words/words";

/** Goodbyes is what people said on the way out, in numbers and nobody by name. Small numbers are kept back. */
export function Goodbyes({ m }: { m: Meeting }) {
	const said = m.store.one("goodbyes");
	if (!said) return null;
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
		</section>
	);
}

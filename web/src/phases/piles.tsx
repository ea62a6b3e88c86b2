import { useState } from "preact/hooks";
import type { ClusterView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badges } from "../ui/badge";
import { Button } from "../ui/button";
import { Said } from "../ui/said";
import { Sign } from "../ui/sign";
import { t } from "../words/words";
import { useSummary } from "./summary";

/** Piles are the proposals so far, each with what lies under it. No idea disappears. Whoever reads slowly can make the list stand still. */
export function Piles({ m }: { m: Meeting }) {
	const now = m.store.list("clusters", (c) => c.order);
	const [held, hold] = useState<ClusterView[] | undefined>();
	const piles = held ?? now;
	useSummary(now.length, () => t("p.merge.list", { n: now.length }));
	return (
		<section class="stack-s" aria-labelledby="piles">
			<h2 id="piles">{t("p.merge.list", { n: piles.length })}</h2>
			{piles.length ? (
				<Button small variant="tertiary" onClick={() => hold(held ? undefined : now)}>
					{t(held ? "p.merge.follow" : "p.merge.hold")}
				</Button>
			) : null}
			{piles.length === 0 ? <p class="muted">{t("p.merge.none")}</p> : null}
			<ul class="stack-s">
				{piles.map((c) => {
					const groups = [...new Set(c.groups)].filter((n) => n > 0);
					const texts = c.ideas.map((id) => m.store.get("ideas", id)).filter((i) => i !== undefined);
					return (
						<li key={c.id} class="slip">
							<p dir="auto">
								<b>{c.title}</b>
							</p>
							<div class="slip-foot">
								<Badges groups={groups} label={(n) => t("common.group", { n })} />
								{texts.length > 1 ? (
									<details>
										<summary>{t("common.ideas", { n: texts.length })}</summary>
										<ul class="stack-s">
											{texts.map((i) => (
												<li key={i.id}>
													<Said text={i.text} lang={i.lang} norsk={i.norsk} /> <Sign of={i.sign} />
												</li>
											))}
										</ul>
									</details>
								) : null}
							</div>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

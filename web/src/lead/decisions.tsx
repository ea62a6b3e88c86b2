import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { plus } from "../ui/icons";
import { t } from "../words/words";
import { Field } from "./field";
import { Write } from "./mergedialogs";

/** Decisions is what the meeting has settled and why, written while it is said. The board shows the latest. */
export function Decisions({ m }: { m: Meeting }) {
	const [adding, add] = useState(false);
	const list = m.store.list("decisions", (d) => d.order);
	return (
		<section class="box stack" aria-labelledby="decisions">
			<h2 id="decisions">{t("lead.decisions")}</h2>
			{list.length === 0 ? <p class="muted">{t("lead.decisions.none")}</p> : null}
			{list.length ? (
				<ol class="stack">
					{list.map((d) => (
						<li key={d.id} class="stack-s">
							<Field
								label={t("lead.decisions.text")}
								type="long"
								value={d.text}
								max={limits.idea}
								save={(text) => m.send("decision.write", { id: d.id, text, reason: d.reason }, `decision/${d.id}`)}
							/>
							<Field
								label={t("lead.decisions.reason")}
								type="long"
								value={d.reason}
								max={limits.idea}
								save={(reason) => m.send("decision.write", { id: d.id, text: d.text, reason }, `decision/${d.id}`)}
							/>
						</li>
					))}
				</ol>
			) : null}
			<Button variant="paper" icon={plus} onClick={() => add(true)}>
				{t("lead.decisions.add")}
			</Button>
			{adding ? (
				<Write
					title={t("lead.decisions.add")}
					label={t("lead.decisions.text")}
					text=""
					max={limits.idea}
					yes={t("lead.decisions.add")}
					onYes={(text) => m.send("decision.write", { id: newId(), text, reason: "" })}
					onClose={() => add(false)}
				/>
			) : null}
		</section>
	);
}

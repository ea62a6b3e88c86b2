import { useState } from "preact/hooks";
import type { Turn } from "../gen/protocol";
import { IconButton } from "../ui/button";
import { trash } from "../ui/icons";
import { t } from "../words/words";
import { Ask } from "./ask";
import type { Given } from "./given";
import type { Row } from "./rows";
import { StatusChip } from "./status";
import { voice } from "./voices";

/** Trail is everything that has been said of how far the measure has come, the latest first. */
export function Trail({ r, m, cal }: Given & { r: Row }) {
	const [redacting, redact] = useState<Turn | undefined>(undefined);
	const turns = [...(m.store.get("trails", r.id)?.turns ?? [])].reverse();
	return (
		<section class="box stack" aria-labelledby="trail">
			<h2 id="trail">{t("follow.trail")}</h2>
			<ol class="trail">
				{turns.map((x) => (
					<li key={x.seq}>
						<span class="num muted">{cal.on(x.at)}</span>
						<span>
							<StatusChip of={x.status} /> <span dir="auto">{x.says}</span>
							<span class="small muted" dir="auto">
								{voice(x.by)}
								{x.help ? ` · ${t("follow.help")}` : ""}
							</span>
						</span>
						{x.says && m.me.value?.role !== "team" ? (
							<IconButton icon={trash} label={t("follow.trail_redact")} onClick={() => redact(x)} />
						) : null}
					</li>
				))}
				<li>
					<span class="num muted">{cal.say(cal.ended.value)}</span>
					<span>{t(r.care.idea || !r.cluster ? "follow.trail_taken" : "follow.trail_chosen")}</span>
				</li>
			</ol>
			{redacting ? (
				<Ask
					title={t("follow.redact_title")}
					yes={t("follow.redact_yes")}
					stop
					onYes={() => m.send("status.redact", { id: r.id, seq: redacting.seq })}
					onClose={() => redact(undefined)}
				>
					<p dir="auto">{redacting.says}</p>
					<p>{t("follow.redact_why")}</p>
				</Ask>
			) : null}
		</section>
	);
}

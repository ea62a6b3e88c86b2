import { useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { lock } from "../ui/icons";
import { info } from "../ui/lateicons";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { Ask } from "./ask";
import { PaperSlips } from "./slip";

/** InHall is a vote that is over in the hall while slips of paper are out: type them in, show what there is, or wait no longer. */
export function InHall({ m, vote }: { m: Meeting; vote: VoteView }) {
	const [counting, count] = useState(false);
	const desk = m.store.get("desk", vote.id);
	const out = m.store.get("turnout", vote.id)?.out ?? 0;
	const early = m.store.get("results", vote.id)?.early;
	if (!desk) return null;
	const busy = m.outbox.pending("vote.preview").length > 0;
	return (
		<section class="box stack" aria-labelledby="in-hall">
			<h2 id="in-hall">{t("lead.hall.paper")}</h2>
			<p>{t("lead.hall.why")}</p>
			{desk.ends ? (
				<p class="small muted">
					{t("lead.hall.ends", { time: clockAt(desk.ends, m.store.one("meeting")?.zone ?? "") })}
				</p>
			) : null}
			<PaperSlips m={m} vote={vote} />
			{early ? null : desk.early ? (
				<>
					<p class="line small">
						<Icon d={lock} />
						<span>{t("lead.hall.preview_why")}</span>
					</p>
					<Button onClick={() => (busy ? undefined : m.send("vote.preview", { vote: vote.id }))}>
						{t("lead.hall.preview")}
					</Button>
				</>
			) : (
				<p class="line small">
					<Icon d={info} />
					<span>{t("lead.hall.preview_few")}</span>
				</p>
			)}
			<Button variant="tertiary" stop onClick={() => count(true)}>
				{t("lead.hall.final")}
			</Button>
			{counting ? (
				<Ask
					title={t("lead.hall.final_title")}
					yes={t("lead.hall.final")}
					no={t("lead.vote.close_no")}
					onYes={() => m.send("vote.close", { vote: vote.id, final: true })}
					onClose={() => count(false)}
				>
					<p>{t("lead.hall.final_why", { n: out })}</p>
					<Few m={m} vote={vote} />
				</Ask>
			) : null}
		</section>
	);
}

/** Few says what happens when so few slips are counted that the numbers may say whose they are. */
export function Few({ m, vote }: { m: Meeting; vote: VoteView }) {
	const cast = m.store.get("turnout", vote.id)?.cast ?? 0;
	if (!vote.secret || cast === 0 || cast >= 5) return null;
	return <p>{t("lead.vote.few_cast", { n: cast })}</p>;
}

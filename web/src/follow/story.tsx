import { useState } from "preact/hooks";
import type { Status } from "../gen/protocol";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { number } from "../words/numbers";
import { type Key, t } from "../words/words";
import { Copy } from "./copy";
import type { Given } from "./given";
import { chosen, type Row } from "./rows";

/** Story is a draft to tell others of a measure: what we saw, who met, what we did, what happened. No persons in it. */
export function Story({ r, m, cal, onClose }: Given & { r: Row; onClose: () => void }) {
	const [text, write] = useState(() => drafted(r, { m, cal }));
	const words = text.split(/\s+/).filter(Boolean).length;
	return (
		<Dialog
			title={t("follow.story.title")}
			onClose={onClose}
			foot={
				<Button variant="paper" onClick={onClose}>
					{t("common.close")}
				</Button>
			}
		>
			<div class="stack">
				<p>{t("follow.story.why")}</p>
				<Copy label={t("follow.story.label")} text={text} rows={10} onInput={write} yes={t("follow.story.copy")} />
				<p class="small muted">{t("follow.words_n", { n: words, of: 150 })}</p>
			</div>
		</Dialog>
	);
}

/** A sentence for each status: no language builds one from the word on the chip. */
const nows: Record<Status, Key> = {
	"ikke-startet": "follow.story.now_ikke_startet",
	"i-gang": "follow.story.now_i_gang",
	"star-fast": "follow.story.now_star_fast",
	"pa-plass": "follow.story.now_pa_plass",
	"lagt-bort": "follow.story.now_lagt_bort",
	ukjent: "follow.story.now_ukjent",
};

export function drafted(r: Row, { m, cal }: Given): string {
	const ideas = m.store.get("clusters", r.cluster)?.ideas.length ?? 0;
	const votes = r.cluster ? chosen(m, r.cluster) : undefined;
	const about = m.store.one("meeting");
	const numbers = r.care.counts.filter((c) => c.value !== null);
	const last = numbers.at(-1);
	const lines = [
		r.title,
		t("follow.story.met", { day: cal.say(cal.ended.value), title: about?.title ?? "" }) +
			(ideas > 1 ? ` ${t("follow.story.ideas", { n: ideas })}` : "") +
			(votes ? ` ${t("follow.story.votes", { n: votes.row.marks, of: votes.ballots })}` : ""),
		r.responsible ? t("follow.story.who", { who: r.responsible }) : "",
		r.first ? t("follow.story.first", { what: r.first }) : "",
		[t(nows[r.care.shown]), r.care.says].filter(Boolean).join(" "),
		r.care.youth ? t("follow.story.youth", { who: r.care.youth }) : "",
		last ? t("follow.story.number", { sign: r.care.sign, n: number(last.value ?? 0), day: cal.say(last.date) }) : "",
	];
	return lines.filter(Boolean).join("\n\n");
}

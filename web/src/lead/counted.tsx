import type { ResultRow, ResultView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Bars } from "../ui/bars";
import { Icon } from "../ui/icon";
import { hand, info, lock } from "../ui/icons";
import { coverOf, fullOf, isTop, raised, secondReading, tieOf } from "../ui/outcome";
import { t } from "../words/words";
import { Decisions } from "./decisions";
import { each } from "./methods";

/** Counted is the result with what it takes to chair it: shared places, who got something, and the second reading. */
export function Counted({ of, vote, m }: { of: ResultView; vote: VoteView; m: Meeting }) {
	const shown = m.store.one("step")?.kind !== "avstemning";
	return (
		<div class="open-vote">
			<section class="box result" aria-labelledby="result">
				<h2 id="result">
					{t(raised(of) ? "lead.vote.result_hands" : "lead.vote.result_of", { n: of.ballots, each: each(vote) })}
				</h2>
				<p class="line">
					<Icon d={shown ? hand : lock} />
					<span>{t(shown ? "lead.vote.shown" : "lead.vote.hidden")}</span>
				</p>
				<Bars
					full={fullOf(of)}
					rows={of.rows.map((r) => ({ id: r.id, text: r.title, votes: r.marks, top: isTop(of, r), ...note(of, r) }))}
				/>
			</section>
			<div class="stack">
				<Reading of={of} />
				<Decisions m={m} />
			</div>
		</div>
	);
}

function note(of: ResultView, row: ResultRow): { note?: string } {
	if (of.method === "yesno") return { note: t("lead.result.against", { n: row.against }) };
	return row.hands ? { note: t("lead.result.hands", { n: row.hands }) } : {};
}

/** Reading is what the numbers say beyond the order. It proposes, and never chooses. */
function Reading({ of }: { of: ResultView }) {
	const tie = tieOf(of);
	const cover = coverOf(of);
	const also = secondReading(of);
	if (!tie && !cover) return null;
	return (
		<section class="box stack-s" aria-labelledby="reading">
			<h2 id="reading">{t("lead.result.reading")}</h2>
			{tie ? (
				<p class="line warn">
					<Icon d={info} />
					<span>{t("lead.result.tie", tie)}</span>
				</p>
			) : null}
			{cover ? <p>{t("lead.result.cover", cover)}</p> : null}
			{also ? (
				<>
					<h3>{t("lead.result.balanced")}</h3>
					<p>
						<b dir="auto">{also.title}</b>
					</p>
					<p>{t("lead.result.balanced_why")}</p>
				</>
			) : null}
		</section>
	);
}

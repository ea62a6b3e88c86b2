import type { ResultRow, ResultView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Bars } from "../ui/bars";
import { Icon } from "../ui/icon";
import { hand, lock } from "../ui/icons";
import { info } from "../ui/lateicons";
import { coverOf, fullOf, isTop, raised, secondReading, tieOf } from "../ui/outcome";
import { inParts, partsOf } from "../ui/parts";
import { Legend } from "../ui/pieces";
import { earlierOf } from "../ui/rounds";
import { stoodBars, stoodFull } from "../ui/stood";
import { t } from "../words/words";
import { Again } from "./again";
import { Decisions } from "./decisions";
import { InHall } from "./inhall";
import { each } from "./methods";
import { Unveil } from "./unveil";

/** Counted is the result with what it takes to chair it: shared places, who got something, and the second reading. */
export function Counted({ of, vote, m }: { of: ResultView; vote: VoteView; m: Meeting }) {
	const shown = m.store.one("step")?.kind !== "avstemning" && !m.store.get("unveiled", vote.id);
	const waits = vote.status === "hall" || vote.status === "closed";
	return (
		<div class="open-vote">
			<section class="box result" aria-labelledby="result">
				<h2 id="result">
					{vote.round > 1 ? `${t("lead.again.round", { n: vote.round })} · ` : null}
					{t(raised(of) ? "lead.vote.result_hands" : "lead.vote.result_of", { n: of.ballots, each: each(vote) })}
				</h2>
				<p class="line">
					<Icon d={shown ? hand : lock} />
					<span>{t(shown ? "lead.vote.shown" : "lead.vote.hidden")}</span>
				</p>
				<Unveil m={m} vote={vote.id} />
				{of.early ? (
					<p class="line warn">
						<Icon d={info} />
						<span>{t("lead.result.early", { n: of.ballots, laid: of.laid })}</span>
					</p>
				) : null}
				{inParts(of) ? <Legend of={of} word={(at) => part(of, at)} /> : null}
				<Bars full={stoodFull(of)} rows={stoodBars(of, (n) => t("lead.again.round", { n }))} />
				<Bars
					full={fullOf(of)}
					rows={of.rows.map((r) => ({
						id: r.id,
						n: r.n,
						text: r.title,
						votes: r.marks,
						top: isTop(of, r),
						parts: partsOf(of, r),
						...note(m, of, r),
					}))}
				/>
			</section>
			<div class="stack">
				{waits ? <InHall m={m} vote={vote} /> : <Reading of={of} />}
				{waits ? null : <Again m={m} of={of} vote={vote} />}
				<Decisions m={m} />
			</div>
		</div>
	);
}

/** what one place or one score stands for. */
const part = ({ method, k }: ResultView, at: number): string =>
	method === "rank" ? t("common.part_place", { place: at, n: k - at + 1 }) : t("common.part_score", { n: at });

function note(m: Meeting, of: ResultView, row: ResultRow): { note?: string } {
	if (of.method === "yesno") return { note: t("lead.result.against", { n: row.against }) };
	const before = earlierOf(m, of, row.id);
	if (before) return { note: t("lead.again.before", { n: before.n }) };
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

import type { ResultRow, ResultView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, phone } from "../ui/icons";
import { info } from "../ui/lateicons";
import { fullOf } from "../ui/outcome";
import { partsOf } from "../ui/parts";
import { Pieces } from "../ui/pieces";
import { earlierOf, lastResult } from "../ui/rounds";
import { t } from "../words/words";
import { own } from "./choice";
import { HalfSlip } from "./halfslip";
import type { PhaseProps } from "./index";
import { methodOf } from "./methods/index";
import { TablePicture } from "./picture";
import { shared } from "./shared";

/** Resultat is the same on the phone as on the board, and when the board shows it. */
export function Resultat({ m, step, unsent }: PhaseProps) {
	const { result, left, waits } = lastResult(m);
	const title = left ? t("p.result.soon") : result?.early ? t("p.result.early") : step.title || t("p.result.title");
	return (
		<Screen
			key={result ? "result" : "soon"}
			title={result ? title : t(waits ? "p.result.waits" : "p.result.soon")}
			above={result ? undefined : <TablePicture m={m} />}
			beside={<StepTimer m={m} />}
			foot={<p class="small">{t("p.merge.away")}</p>}
		>
			<HalfSlip m={m} />
			{result ? <Rows m={m} result={result} /> : null}
			{unsent}
		</Screen>
	);
}

function Rows({ m, result }: { m: Meeting; result: ResultView }) {
	// On a phone that others look at too, nothing says what one of them chose.
	const mine = shared(m) ? [] : own(m, result.vote).value.stored;
	const method = methodOf(result);
	const perBallot = result.method === "approve" || result.method === "yesno";
	const full = fullOf(result);
	const round = m.store.get("votes", result.vote)?.round ?? 1;
	const top = result.method === "approve" ? result.k : 3;
	const tied = (r: ResultRow) => r.marks > 0 && result.rows.some((o) => o !== r && o.rank === r.rank);
	const last = result.rows[top - 1];
	return (
		<>
			{result.early ? (
				<p class="line early">
					<Icon d={info} />
					<span>{t("p.result.early_body", { n: result.ballots })}</span>
				</p>
			) : null}
			<p class="muted">
				{round > 1 ? `${t("p.result.round", { n: round })}: ` : null}
				{t("p.result.sum", { n: result.ballots })}
				{result.method === "approve" ? `, ${t("p.result.each", { k: result.k })}` : null}.
			</p>
			<ol class="bars">
				{result.stood.map((r) => (
					<li key={r.id} data-top="">
						<span class="named">
							<span class="n">{r.n}</span>
							<span class="t" dir="auto">
								{r.title}
							</span>
						</span>
						<b class="num">{r.marks}</b>
						<span class="bar" aria-hidden="true">
							<i style={{ inlineSize: `${(100 * r.marks) / r.of}%` }} />
						</span>
						<span class="notes muted">{t("p.result.round", { n: r.round })}</span>
					</li>
				))}
				{result.rows.map((r) => {
					const chose = method.mine(mine, r.id);
					return (
						<li key={r.id} data-top={r.marks > 0 && r.rank <= top ? "" : undefined}>
							<span class="named">
								<span class="n">{r.n}</span>
								<span class="t" dir="auto">
									{r.title}
								</span>
							</span>
							<b class="num">
								{r.marks}
								<span class={perBallot && result.method === "approve" ? "vh" : "unit"}> {method.unit(r.marks)}</span>
							</b>
							{r.spread.length ? (
								<Pieces parts={partsOf(result, r)} full={full} />
							) : (
								<span class="bar" aria-hidden="true">
									<i data-none={r.marks ? undefined : ""} style={{ inlineSize: `${(100 * r.marks) / full}%` }} />
								</span>
							)}
							{notes(m, result, r, tied(r)).length ? (
								<span class="notes muted">{notes(m, result, r, tied(r)).join(" · ")}</span>
							) : null}
							{chose ? (
								<span class="mine state" data-is="received">
									<Icon d={check} />
									{chose}
								</span>
							) : null}
						</li>
					);
				})}
			</ol>
			{top > 1 && last && last.cover > 0 && result.rows.length > top ? (
				<p>{t("p.result.cover", { n: last.cover, of: result.ballots, k: top })}</p>
			) : null}
			{mine.length ? (
				<p class="line small muted">
					<Icon d={phone} />
					<span>{t("p.result.private")}</span>
				</p>
			) : null}
		</>
	);
}

/** What else there is to say of a row: a shared place, noes, hands, the round before, and what the points were made of. */
function notes(m: Meeting, of: ResultView, r: ResultRow, tied: boolean): string[] {
	const before = earlierOf(m, of, r.id);
	const made = partsOf(of, r).map(({ n, at }) =>
		of.method === "rank" ? t("p.result.part_place", { n, place: at }) : t("p.result.part_score", { n, score: at }),
	);
	return [
		tied ? t("p.result.tied", { n: r.rank }) : "",
		r.against ? t("p.result.against", { n: r.against }) : "",
		r.hands ? t("p.result.hands", { n: r.hands }) : "",
		before ? t("p.result.before", before) : "",
		...made,
	].filter(Boolean);
}

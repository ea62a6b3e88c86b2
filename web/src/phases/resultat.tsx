import type { ResultRow, ResultView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, phone } from "../ui/icons";
import { t } from "../words/words";
import { own } from "./choice";
import type { PhaseProps } from "./index";
import { methodOf } from "./methods/index";
import { TablePicture } from "./picture";

/** Resultat is the same on the phone as on the board, and when the board shows it. */
export function Resultat({ m, step, unsent }: PhaseProps) {
	const order = new Map(m.store.list("votes", (v) => v.order).map((v, n) => [v.id, n]));
	const result = m.store.list("results", (r) => order.get(r.vote) ?? 0).at(-1);
	return (
		<Screen
			key={result ? "result" : "soon"}
			title={result ? step.title || t("p.result.title") : t("p.result.soon")}
			above={result ? undefined : <TablePicture m={m} />}
			beside={<StepTimer m={m} />}
			foot={<p class="small">{t("p.merge.away")}</p>}
		>
			{result ? <Rows m={m} result={result} /> : null}
			{unsent}
		</Screen>
	);
}

function Rows({ m, result }: { m: Meeting; result: ResultView }) {
	const mine = own(m, result.vote).value.stored;
	const method = methodOf(result);
	// A bar is as long as its share of the ballots; where one ballot gives many points, of the most that anything got.
	const perBallot = result.method === "approve" || result.method === "yesno";
	const full = Math.max(1, perBallot ? result.ballots : 0, ...result.rows.map((r) => r.marks));
	const top = result.method === "approve" ? result.k : 3;
	const tied = (r: ResultRow) => r.marks > 0 && result.rows.some((o) => o !== r && o.rank === r.rank);
	const last = result.rows[top - 1];
	return (
		<>
			<p class="muted">
				{t("p.result.sum", { n: result.ballots })}
				{result.method === "approve" ? `, ${t("p.result.each", { k: result.k })}` : null}.
			</p>
			<ol class="bars">
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
							<span class="bar" aria-hidden="true">
								<i data-none={r.marks ? undefined : ""} style={{ inlineSize: `${(100 * r.marks) / full}%` }} />
							</span>
							{tied(r) || r.against || r.hands ? (
								<span class="notes muted">
									{[
										tied(r) ? t("p.result.tied", { n: r.rank }) : "",
										r.against ? t("p.result.against", { n: r.against }) : "",
										r.hands ? t("p.result.hands", { n: r.hands }) : "",
									]
										.filter(Boolean)
										.join(" · ")}
								</span>
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
			{last && last.cover > 0 && result.rows.length > top ? (
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

import type { ResultView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, phone } from "../ui/icons";
import { t } from "../words/words";
import { own } from "./choice";
import type { PhaseProps } from "./index";
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
	return (
		<>
			<p class="muted">
				{t("p.result.sum", { n: result.ballots })}, {t("p.result.each", { k: result.k })}.
			</p>
			<ol class="bars">
				{result.rows.map((r) => (
					<li key={r.id} data-top={r.marks > 0 && r.rank <= result.k ? "" : undefined}>
						<span class="t" dir="auto">
							{r.title}
						</span>
						<b class="num">
							{r.marks}
							<span class="vh"> {t("p.result.votes", { n: r.marks })}</span>
						</b>
						<span class="bar" aria-hidden="true">
							<i
								data-none={r.marks ? undefined : ""}
								style={{ inlineSize: `${result.ballots ? (100 * r.marks) / result.ballots : 0}%` }}
							/>
						</span>
						{mine.includes(r.id) ? (
							<span class="mine state" data-is="received">
								<Icon d={check} />
								{t("p.result.mine")}
							</span>
						) : null}
					</li>
				))}
			</ol>
			{mine.length ? (
				<p class="line small muted">
					<Icon d={phone} />
					<span>{t("p.result.private")}</span>
				</p>
			) : null}
		</>
	);
}

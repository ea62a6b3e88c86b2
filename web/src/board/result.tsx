import type { ResultRow, ResultView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Bars } from "../ui/bars";
import { Empty } from "../ui/empty";
import { fullOf, isTop, raised, tieOf } from "../ui/outcome";
import { t } from "../words/words";
import type { View } from "./view";

/** The result of the latest count: text, bar, number. The first are solid; a shared place is said, and so are hands. */
export const Result: View = ({ meeting }) => {
	const order = (vote: string) => meeting.store.get("votes", vote)?.order ?? 0;
	const result = meeting.store.list("results", (r) => -order(r.vote))[0];
	if (!result) {
		return (
			<main class="board-main res">
				<h1>{meeting.store.one("step")?.title}</h1>
				<Empty title={t("board.result_none")} />
			</main>
		);
	}
	return (
		<main
			class="board-main res"
			data-many={result.rows.length > 8 ? "" : undefined}
			data-few={result.rows.length < 5 ? "" : undefined}
		>
			<div class="heading">
				<h1>{t("board.result_title")}</h1>
				<p class="sub">{how(result)}</p>
			</div>
			<Bars
				full={fullOf(result)}
				rows={result.rows.map((r) => ({
					id: r.id,
					text: r.title,
					votes: r.marks,
					top: isTop(result, r),
					...note(result, r),
				}))}
			/>
			<Said meeting={meeting} result={result} />
		</main>
	);
};

function how(result: ResultView): string {
	const { ballots: n, k, method } = result;
	if (method === "dots") return t("board.result_dots", { n, k });
	if (method === "score") return t("board.result_score", { n, k });
	if (method === "rank") return t("board.result_rank", { n, k });
	if (method === "yesno") return t("board.result_yesno", { n });
	return t(raised(result) ? "board.result_hands" : "board.result_sub", { n, k });
}

function note(result: ResultView, row: ResultRow): { note?: string } {
	if (result.method === "yesno") return { note: t("board.against", { n: row.against }) };
	return row.hands ? { note: t("board.hands", { n: row.hands }) } : {};
}

/** What is said under the bars: a shared place, and what the meeting has decided and why. */
function Said({ meeting, result }: { meeting: Meeting; result: ResultView }) {
	const tie = tieOf(result);
	const decision = meeting.store.list("decisions", (d) => -d.order)[0];
	if (!tie && !decision) return null;
	return (
		<div class="said">
			{tie ? <p>{t("board.tie", tie)}</p> : null}
			{decision ? (
				<p dir="auto" data-long={decision.text.length + decision.reason.length > 160 ? "" : undefined}>
					<b>{decision.text}</b>
					{decision.reason ? ` ${t("board.because", { reason: decision.reason })}` : null}
				</p>
			) : null}
		</div>
	);
}

import type { ResultRow, ResultView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Bars } from "../ui/bars";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { info } from "../ui/icons";
import { fullOf, isTop, raised, tieOf } from "../ui/outcome";
import { inParts, partsOf } from "../ui/parts";
import { Legend } from "../ui/pieces";
import { earlierOf, lastResult } from "../ui/rounds";
import { stoodBars, stoodFull } from "../ui/stood";
import { t } from "../words/words";
import { Also, Two } from "./also";
import type { View } from "./view";

/** The result of the latest count: text, bar, number. The first are solid; a shared place is said, and so are hands. */
export const Result: View = ({ meeting }) => {
	const { result, left, waits } = lastResult(meeting);
	if (!result) {
		const out = waits ? (meeting.store.get("turnout", waits.id)?.out ?? 0) : 0;
		return (
			<main class="board-main res">
				<h1>{meeting.store.one("step")?.title}</h1>
				<Empty title={t(waits ? "board.result_waits" : "board.result_none")}>
					{out ? <p>{t("board.vote_paper", { n: out })}</p> : null}
				</Empty>
			</main>
		);
	}
	return (
		<main
			class="board-main res"
			data-many={left + result.rows.length + result.stood.length > 8 ? "" : undefined}
			data-few={left + result.rows.length + result.stood.length < 5 ? "" : undefined}
			data-telling={left ? "" : undefined}
		>
			<div class="heading">
				<h1>
					<Two k={result.early ? "board.early" : "board.result_title"} />
				</h1>
				<p class="sub">
					{left ? t(result.rows.length ? "board.unveil_left" : "board.unveil_soon", { n: left }) : how(meeting, result)}
				</p>
			</div>
			{result.early ? (
				<p class="early">
					<Icon d={info} />
					{t("board.early_sub", { n: result.ballots })}
				</p>
			) : inParts(result) ? (
				<Legend of={result} word={(at) => part(result, at)} />
			) : null}
			<Bars full={stoodFull(result)} rows={stoodBars(result, (n) => t("board.again.round", { n }))} />
			<Bars
				full={fullOf(result)}
				untold={left}
				rows={result.rows.map((r) => ({
					id: r.id,
					n: r.n,
					text: left ? t("board.unveil_place", { n: r.rank, title: r.title }) : r.title,
					also: <Also text={r.also} />,
					votes: r.marks,
					top: isTop(result, r),
					parts: partsOf(result, r),
					...note(meeting, result, r),
				}))}
			/>
			{left ? null : <Said meeting={meeting} result={result} />}
		</main>
	);
};

/** what one place or one score stands for. */
const part = ({ method, k }: ResultView, at: number): string =>
	method === "rank" ? t("common.part_place", { place: at, n: k - at + 1 }) : t("common.part_score", { n: at });

function how(meeting: Meeting, result: ResultView): string {
	const round = meeting.store.get("votes", result.vote)?.round ?? 1;
	const given = gave(result);
	return round > 1 ? `${t("board.again.round", { n: round })} · ${given}` : given;
}

function gave(result: ResultView): string {
	const { ballots: n, k, method } = result;
	if (method === "dots") return t("board.result_dots", { n, k });
	if (method === "score") return t("board.result_score", { n, k });
	if (method === "rank") return t("board.result_rank", { n, k });
	if (method === "yesno") return t("board.result_yesno", { n });
	return t(raised(result) ? "board.result_hands" : "board.result_sub", { n, k });
}

function note(meeting: Meeting, result: ResultView, row: ResultRow): { note?: string } {
	if (result.method === "yesno") return { note: t("board.against", { n: row.against }) };
	const before = earlierOf(meeting, result, row.id);
	if (before) return { note: t("board.again.before", before) };
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

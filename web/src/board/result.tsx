import type { ComponentChildren } from "preact";
import type { ResultRow, ResultView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Bars } from "../ui/bars";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { info } from "../ui/lateicons";
import { fullOf, isTop, raised, tieOf } from "../ui/outcome";
import { inParts, partsOf } from "../ui/parts";
import { Legend } from "../ui/pieces";
import { earlierOf, lastResult } from "../ui/rounds";
import { stoodBars, stoodFull } from "../ui/stood";
import { also } from "../words/second";
import { type Key, t } from "../words/words";
import { Also, Two } from "./also";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

/** The result of the latest count: text, bar, number. The first are solid; a shared place is said, and so are hands. */
export const Result: View = ({ meeting }) => {
	const { result, left, waits } = lastResult(meeting);
	if (!result) {
		const out = waits ? (meeting.store.get("turnout", waits.id)?.out ?? 0) : 0;
		return (
			<main class="board-main res">
				<StepTitle meeting={meeting} />
				<Empty title={<Two k={waits ? "board.result_waits" : "board.result_none"} />}>
					{out ? (
						<p>
							<Two k="board.vote_paper" with={{ n: out }} />
						</p>
					) : null}
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
					{left ? (
						<Two k={result.rows.length ? "board.unveil_left" : "board.unveil_soon"} with={{ n: left }} />
					) : (
						how(meeting, result)
					)}
				</p>
			</div>
			{result.early ? (
				<p class="early">
					<Icon d={info} />
					<span>
						<Two k="board.early_sub" with={{ n: result.ballots }} />
					</span>
				</p>
			) : inParts(result) ? (
				<Legend of={result} word={(at) => part(result, at)} />
			) : null}
			<Bars full={stoodFull(result)} rows={stoodBars(result, (n) => <Two k="board.again.round" with={{ n }} />)} />
			<Bars
				full={fullOf(result)}
				untold={left}
				rows={result.rows.map((r) => ({
					id: r.id,
					n: r.n,
					text: left ? t("board.unveil_place", { n: r.rank, title: r.title }) : r.title,
					also: <Also text={left && r.also ? also("board.unveil_place", { n: r.rank, title: r.also }) : r.also} />,
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
const part = ({ method, k }: ResultView, at: number) =>
	method === "rank" ? (
		<span>
			<Two k="common.part_place" with={{ place: at, n: k - at + 1 }} />
		</span>
	) : (
		<span>
			<Two k="common.part_score" with={{ n: at }} along />
		</span>
	);

/** how many voted in what way, after which round it is, all of it first in one language and then in the other. */
function how(meeting: Meeting, result: ResultView) {
	const round = meeting.store.get("votes", result.vote)?.round ?? 1;
	const said = (say: typeof t) => {
		const given = say(gave(result), { n: result.ballots, k: result.k });
		return round > 1 ? `${say("board.again.round", { n: round })} · ${given}` : given;
	};
	return (
		<>
			{said(t)}
			<Also text={said(also)} />
		</>
	);
}

const ways: Readonly<Record<string, Key>> = {
	dots: "board.result_dots",
	score: "board.result_score",
	rank: "board.result_rank",
	yesno: "board.result_yesno",
};

const gave = (result: ResultView): Key =>
	ways[result.method] ?? (raised(result) ? "board.result_hands" : "board.result_sub");

function note(meeting: Meeting, result: ResultView, row: ResultRow): { note?: ComponentChildren } {
	if (result.method === "yesno") return { note: <Two k="board.against" with={{ n: row.against }} /> };
	const before = earlierOf(meeting, result, row.id);
	if (before) return { note: <Two k="board.again.before" with={before} /> };
	return row.hands ? { note: <Two k="board.hands" with={{ n: row.hands }} /> } : {};
}

/** What is said under the bars: a shared place, and what the meeting has decided and why. */
function Said({ meeting, result }: { meeting: Meeting; result: ResultView }) {
	const tie = tieOf(result);
	const decision = meeting.store.list("decisions", (d) => -d.order)[0];
	if (!tie && !decision) return null;
	return (
		<div class="said">
			{tie ? (
				<p>
					<Two k="board.tie" with={tie} />
				</p>
			) : null}
			{decision ? (
				<p dir="auto" data-long={decision.text.length + decision.reason.length > 160 ? "" : undefined}>
					<b>{decision.text}</b>
					{decision.reason ? ` ${t("board.because", { reason: decision.reason })}` : null}
				</p>
			) : null}
		</div>
	);
}

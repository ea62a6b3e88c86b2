import type { IdeaView, ResultView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { raised, resultOf } from "../ui/outcome";
import { says } from "../ui/said";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { band, roadsOf } from "./roads";
import type { View } from "./view";

/** How many tables' signs one column beside the picture holds; in more than two the eye finds none of them. */
const side = 14;

/** Past these there is no room for the second language beneath each title: then the phones have it. */
const roomy = 8;
const long = 38;

/** Flow is how the ideas ran into proposals, and into the one most chose. A picture for the eye, and a table for the ear. */
export const Flow: View = ({ meeting }) => {
	const clusters = meeting.store.list("clusters", (c) => c.order);
	const result = resultOf(meeting);
	const map = roadsOf(clusters, result);
	const ideas = clusters.reduce((sum, c) => sum + c.ideas.length, 0);
	const { first } = map;
	const beneath = map.targets.length <= roomy && map.targets.every((s) => s.title.length <= long);
	const best = clusters.find((c) => c.id === first?.key);
	const numbers = { ideas, n: clusters.length };
	const columns = Math.ceil(map.tables.length / side);
	const size = Math.max(2.6, Math.min(3.2, 30 / Math.max(1, map.tables.length)));
	return (
		<main class="board-main flow">
			<h1>
				<Two k={first ? "board.flow_first" : "board.flow_title"} with={numbers} />
			</h1>
			<figure aria-hidden="true" data-plain={first ? undefined : ""}>
				<div class="from" style={{ "--size": `${size}rem`, "--columns": columns }}>
					{columns > 2
						? null
						: map.tables.map((s, i) => (
								<span key={s.key} style={{ top: `${s.at + s.tall / 2}%`, "--column": i % columns }}>
									{s.n ? <Badge n={s.n} label="" /> : null}
								</span>
							))}
				</div>
				<svg class="ways" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
					{[...map.roads]
						.sort((a, b) => Number(a.first) - Number(b.first))
						.map((r) => (
							<path key={r.key} d={band(r)} data-first={r.first ? "" : undefined} />
						))}
					{map.targets.map((s) => (
						<rect key={s.key} x="98.6" width="1.4" y={s.at} height={s.tall} data-first={s.first ? "" : undefined} />
					))}
				</svg>
				<div class="to">
					{map.targets.map((s) => (
						<p
							key={s.key}
							style={{ top: `${s.at + s.tall / 2}%` }}
							data-first={s.first ? "" : undefined}
							data-long={s.title.length > long ? "" : undefined}
						>
							<span dir="auto">
								{s.title || <Two k="board.flow_rest" with={{ n: s.n }} along />}
								<Also text={beneath ? s.also : undefined} />
							</span>
							{s.votes === undefined ? null : <b class="num">{s.votes}</b>}
						</p>
					))}
				</div>
				{first && result ? (
					<div class="one" data-long={first.title.length > long ? "" : undefined}>
						<p>
							<Two k="board.flow_one" with={{ n: best?.ideas.length ?? 1 }} />
						</p>
						<p class="t" dir="auto">
							{first.title}
							<Also text={best?.also} />
						</p>
						<p>
							<b class="num">{first.votes}</b>{" "}
							{result.method === "approve" && !raised(result) ? (
								<Two k="board.flow_of" with={{ n: result.ballots }} />
							) : null}
						</p>
					</div>
				) : null}
			</figure>
			<Told meeting={meeting} result={result} />
		</main>
	);
};

/** Told is the same for whoever listens: each idea, its table, and the proposal it went into. */
function Told({ meeting, result }: { meeting: Meeting; result: ResultView | undefined }) {
	const marks = new Map(result?.rows.map((r) => [r.id, r.marks]));
	const clusters = meeting.store.list("clusters", (c) => c.order);
	return (
		<div class="vh">
			<table>
				<caption>{t("board.flow_table")}</caption>
				<thead>
					<tr>
						<th scope="col">{t("board.flow_idea")}</th>
						<th scope="col">{t("board.flow_from")}</th>
						<th scope="col">{t("board.flow_to")}</th>
						<th scope="col">{t("board.flow_votes")}</th>
					</tr>
				</thead>
				<tbody>
					{clusters.flatMap((c) =>
						c.ideas
							.map((id) => meeting.store.get("ideas", id))
							.filter((i): i is IdeaView => i !== undefined)
							.map((i) => (
								<tr key={i.id}>
									<th scope="row" dir="auto">
										{says(i)}
									</th>
									<td>{i.group ? t("board.group", { n: i.group }) : ""}</td>
									<td dir="auto">{c.title}</td>
									<td>{marks.get(c.id) ?? ""}</td>
								</tr>
							)),
					)}
				</tbody>
			</table>
		</div>
	);
}

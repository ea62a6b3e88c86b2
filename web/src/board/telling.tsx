import type { IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge, Badges } from "../ui/badge";
import { Empty } from "../ui/empty";
import { says } from "../ui/said";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { Countdown } from "./countdown";
import { Page } from "./page";
import { cut, usePages } from "./pages";
import type { View } from "./view";

const room = 4; // short points on a page
const long = 120;

/** Plenum: one table at a time, with its points and which tables have the same. */
export const Telling: View = ({ meeting, still }) => {
	const now = meeting.store.one("telling")?.now ?? 0;
	const points = pointsOf(meeting, now);
	const pages = cut(points, (i) => (says(i).length > long ? 3 : 1), room);
	const [page, n] = usePages(pages, (i) => i.id, still);
	if (now === 0) return <Told meeting={meeting} />;
	// Where no list is due, that a table has sent none is no news.
	const due = meeting.store.one("step")?.sends;
	const card = meeting.store.get("cards", meeting.store.get("groups", now)?.card ?? "");
	return (
		<main class="board-main plen">
			<div class="heading">
				<Badge n={now} label="" />
				<div>
					<h1>
						<Two k="board.tells" with={{ n: now }} />
					</h1>
					{card ? (
						<p class="sub">
							<Two k="board.their_card" along />{" "}
							<b dir="auto">
								{card.title}
								<Also text={card.also?.title} along />
							</b>
						</p>
					) : null}
				</div>
				<Page n={n} of={pages.length} />
				<Countdown meeting={meeting} />
			</div>
			{points.length === 0 ? (
				<Empty n={now} title={due ? <Two k="board.tells_none" /> : ""}>
					{due ? (
						<p>
							<Two k="board.tells_none_hint" />
						</p>
					) : null}
				</Empty>
			) : (
				<ul data-few={page.length < 3 ? "" : undefined}>
					{page.map((i) => (
						<Point key={i.id} of={i} />
					))}
				</ul>
			)}
		</main>
	);
};

/** pointsOf is what a table has sent, from the last step it sent in: what it told an hour ago it does not tell again. */
function pointsOf(meeting: Meeting, group: number): IdeaView[] {
	const all = meeting.store.list("ideas", (i) => i.order).filter((i) => i.group === group && i.place === "plenum");
	const agenda = meeting.store.one("meeting")?.agenda ?? [];
	const at = new Map(agenda.map((l, n) => [l.id, n]));
	const begun = agenda.slice(0, meeting.store.one("step")?.index ?? 0);
	const before = begun.map((l) => l.kind).lastIndexOf("plenum");
	const fresh = all.filter((i) => (at.get(i.step) ?? 0) > before);
	return fresh.length ? fresh : all;
}

function Point({ of: i }: { of: IdeaView }) {
	return (
		<li class="slip" data-long={says(i).length > long ? "" : undefined}>
			<p dir="auto">{says(i)}</p>
			<p class="slip-foot">
				{i.same.length ? (
					<>
						<span>
							<Two k="board.same" along />
						</span>
						<Badges groups={i.same} label={(g) => t("board.group", { n: g })} />
					</>
				) : (
					<span>
						<Two k="board.new_here" along />
					</span>
				)}
			</p>
		</li>
	);
}

/** Everybody has told: how much it came to. */
function Told({ meeting }: { meeting: Meeting }) {
	const sent = [...meeting.store.all("ideas").values()].filter((i) => i.place === "plenum");
	const tables = new Set(sent.map((i) => i.group).filter((g) => g > 0)).size;
	return (
		<main class="board-main plen" data-done>
			<h1>
				<Two k="board.told" />
			</h1>
			{sent.length ? (
				<p class="question">
					<Two k="board.told_sum" with={{ n: sent.length, of: tables }} />
				</p>
			) : null}
		</main>
	);
}

/** Ready tells the next table to get ready, while the one before is still talking. */
export function Ready({ meeting }: { meeting: Meeting }) {
	const next = meeting.store.one("telling")?.next ?? 0;
	if (!next) return null;
	return (
		<span class="keep row">
			<span>
				<Two k="board.get_ready" along />
			</span>
			<Badge n={next} label="" />
			<b>
				<Two k="board.group" with={{ n: next }} along />
			</b>
		</span>
	);
}

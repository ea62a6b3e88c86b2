import { ballotMax, type OptionView, type TurnoutView, type VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { leftOf, minutes, running } from "../ui/clock";
import { Icon } from "../ui/icon";
import { hand, lock, phone } from "../ui/icons";
import type { Key } from "../words/words";
import { Also, Two } from "./also";
import { numbered } from "./piles";
import type { View } from "./view";

/** The vote: what there is to choose from and how many have. No numbers, no places, before the count. */
export const Vote: View = ({ meeting }) => {
	const votes = meeting.store.list("votes", (v) => -v.order);
	const latest = votes.find((v) => v.status === "open") ?? votes[0];
	const again = latest?.follows ? meeting.store.get("votes", latest.follows) : undefined;
	const cancelled = latest?.status === "cancelled";
	const vote = cancelled ? undefined : latest;
	const turnout = vote ? meeting.store.get("turnout", vote.id) : undefined;
	if (!vote) {
		const soon = numbered(meeting.store.list("clusters", (c) => c.order));
		return (
			<main class="board-main vote">
				<section>
					<h1>
						<Two k="board.vote_soon" />
					</h1>
					{/* So many are laid together before anybody votes; as a list they would be too small to read. */}
					{soon.length > ballotMax ? (
						<p class="big-line">
							<Two k="board.proposals" with={{ n: soon.length }} />
						</p>
					) : (
						<Options list={soon} />
					)}
				</section>
				<section class="count" data-waits>
					<Icon d={phone} />
					{cancelled ? (
						<p>
							<Two k="board.vote_cancelled" />
						</p>
					) : null}
					<p>
						<Two k="board.vote_soon_hint" />
					</p>
				</section>
			</main>
		);
	}
	return (
		<main class="board-main vote" data-many={vote.options.length > 8 ? "" : undefined}>
			<section>
				<h1>
					<Asked of={vote} />
				</h1>
				<Options list={vote.options} />
			</section>
			<section class="count">
				<p class="kind">
					<Icon d={vote.secret ? lock : hand} />
					<span>
						<Two k={vote.secret ? "board.vote_secret" : "board.vote_open"} />
					</span>
				</p>
				{vote.round > 1 ? (
					<p class="closes">
						<Two k="board.again.round" with={{ n: vote.round }} along />
					</p>
				) : null}
				{turnout ? <Turnout of={turnout} /> : null}
				<Closes meeting={meeting} vote={vote} />
				<p class="calm">
					{vote.status === "hall" ? (
						<Two k="board.vote_paper" with={{ n: turnout?.out ?? 0 }} />
					) : (
						<Two k={again?.status === "cancelled" && vote.status === "open" ? "board.again.after" : calm(vote)} />
					)}
				</p>
			</section>
		</main>
	);
};

/** Closes is the announced end: how long is left, and a calm word for the last seconds. */
function Closes({ meeting, vote }: { meeting: Meeting; vote: VoteView }) {
	const timer = meeting.store.one("timer");
	if (vote.status !== "open" || !vote.grace || !running(timer)) return null;
	const left = leftOf(timer, meeting.clock.seconds.value);
	if (left > 0) {
		return (
			<p class="closes num">
				<Two k="board.vote_closes" with={{ left: minutes(left) }} />
			</p>
		);
	}
	// Over too few ballots the clock leaves the closing to a person.
	return (
		<p class="closes">
			<Two k={left > -1000 * vote.grace ? "board.vote_last" : "board.vote_by_hand"} />
		</p>
	);
}

const asks: Readonly<Record<string, Key>> = {
	dots: "board.vote_dots",
	score: "board.vote_score",
	rank: "board.vote_rank",
	yesno: "board.vote_yesno",
};

function Asked({ of: { status, method, k } }: { of: VoteView }) {
	if (status === "open") return <Two k={asks[method] ?? "board.vote_up_to"} with={{ k }} />;
	return <Two k={status === "hall" ? "board.vote_hall" : "board.vote_closed"} />;
}

function calm(vote: VoteView) {
	if (vote.status === "open") return "board.vote_calm";
	return vote.status === "closed" ? "board.vote_counting" : "board.vote_counted";
}

function Options({ list }: { list: readonly Pick<OptionView, "id" | "n" | "title" | "also">[] }) {
	return (
		<ol class="options" data-many={list.length > 8 ? "" : undefined} data-few={list.length < 5 ? "" : undefined}>
			{list.map((o) => (
				<li key={o.id}>
					<span class="n">{o.n}</span>
					<span dir="auto">
						{o.title}
						<Also text={o.also} />
					</span>
				</li>
			))}
		</ol>
	);
}

const slips = 120;

/** One slip for each who can vote, filled in order of arrival, so that no place belongs to anybody. */
function Turnout({ of: { cast, of } }: { of: TurnoutView }) {
	return (
		<>
			<p class="cast">
				<b class="num">{cast}</b>{" "}
				<span>
					<Two k="board.voted" with={{ of }} />
				</span>
			</p>
			{of <= slips ? (
				<div class="slips" aria-hidden="true" data-many={of > 50 ? "" : undefined}>
					{Array.from({ length: of }, (_, i) => (
						<i key={i} data-in={i < cast ? "" : undefined} />
					))}
				</div>
			) : (
				<div class="slip-bar" aria-hidden="true">
					<i style={{ inlineSize: `${(100 * cast) / of}%` }} />
				</div>
			)}
		</>
	);
}

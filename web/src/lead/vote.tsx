import { useEffect, useRef, useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import type { Key } from "../gen/words";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { leftOf, minutes, running } from "../ui/clock";
import { Icon } from "../ui/icon";
import { lock, plus, trash, warning } from "../ui/icons";
import { info } from "../ui/lateicons";
import { Timer } from "../ui/timer";
import { t } from "../words/words";
import { Ask } from "./ask";
import { Counted } from "./counted";
import { Cue } from "./cue";
import { Hands, raises } from "./hands";
import { Few, InHall } from "./inhall";
import { each } from "./methods";
import { OpenForm } from "./openvote";
import { PaperSlips } from "./slip";

/** openVote is the one that takes ballots now; there is at most one. */
export const openVote = (m: Meeting): VoteView | undefined =>
	[...m.store.all("votes").values()].find((v) => v.status === "open");

/** The vote: open it, see how many have voted, close it. Nobody sees a number before the count, the facilitator neither. */
export function VoteDesk({ m }: { m: Meeting }) {
	const [again, setAgain] = useState("");
	const [cancelling, cancel] = useState(false);
	const step = m.store.one("step");
	const votes = m.store.list("votes", (v) => -v.order);
	const latest = openVote(m) ?? votes[0];
	const vote = latest?.status === "cancelled" ? undefined : latest;
	const result = vote ? m.store.get("results", vote.id) : undefined;
	const here = step?.kind === "avstemning";
	const counted = vote?.status === "counted";
	// The form is long and what takes its place begins at the top: whoever opened or closed the vote would see its middle.
	const first = useRef(true);
	useEffect(() => {
		if (!first.current) scrollTo(0, 0);
		first.current = false;
	}, [vote?.id, vote?.status]);
	if (here && (!vote || (counted && again === vote.id)))
		return <OpenForm m={m} cancelled={latest === vote ? undefined : latest} />;
	return (
		<main class="desk-main">
			<div class="desk-head">
				<h1 tabIndex={-1}>{t(here || !counted ? heading(vote) : "lead.vote.was")}</h1>
				<span class="push" />
				{here && counted ? (
					<Button variant="paper" onClick={() => setAgain(vote.id)}>
						{t("lead.vote.again")}
					</Button>
				) : null}
				{vote?.status === "open" ? <Left m={m} /> : null}
				{vote?.status === "open" || vote?.status === "hall" ? (
					<Button variant="tertiary" stop icon={trash} onClick={() => cancel(true)}>
						{t("lead.vote.cancel")}
					</Button>
				) : null}
			</div>
			{vote?.status === "open" ? null : <Cue m={m} on="vote" />}
			{cancelling && vote ? (
				<Ask
					title={t("lead.vote.cancel_title")}
					yes={t("lead.vote.cancel")}
					no={t("lead.vote.cancel_no")}
					stop
					onYes={() => m.send("vote.cancel", { vote: vote.id })}
					onClose={() => cancel(false)}
				>
					<p>{t("lead.vote.cancel_why")}</p>
				</Ask>
			) : null}
			{!vote ? <NotYet m={m} /> : result ? <Counted of={result} vote={vote} m={m} /> : <Running m={m} vote={vote} />}
		</main>
	);
}

const heading = (vote: VoteView | undefined): Key => {
	if (!vote) return "lead.tab.vote";
	if (vote.status === "hall") return "lead.hall.title";
	return vote.secret ? "lead.vote.secret" : "lead.vote.open";
};

function NotYet({ m }: { m: Meeting }) {
	const line = m.store.one("meeting")?.agenda.find((l) => l.kind === "avstemning");
	return (
		<section class="sunk stack-s">
			<p>{line ? t("lead.vote.not_yet", { title: line.title }) : t("lead.vote.no_step")}</p>
			{line ? <Button onClick={() => m.send("agenda.go", { step: line.id })}>{t("lead.vote.go")}</Button> : null}
		</section>
	);
}

function Running({ m, vote }: { m: Meeting; vote: VoteView }) {
	const turnout = m.store.get("turnout", vote.id) ?? { vote: vote.id, cast: 0, of: 0 };
	const open = vote.status === "open";
	return (
		<div class="vote-desk">
			<section class="box count" aria-labelledby="turnout">
				<h2 id="turnout" class="vh">
					{t("lead.vote.turnout")}
				</h2>
				<p class="cast">
					<b class="num">{turnout.cast}</b> <span>{t("lead.vote.of", { of: turnout.of })}</span>
				</p>
				<Slips cast={turnout.cast} of={turnout.of} />
				{open ? (
					<p class="line">
						<Icon d={lock} />
						<span>{t("lead.vote.no_numbers")}</span>
					</p>
				) : null}
				{open ? <PaperSlips m={m} vote={vote} /> : null}
				{open && vote.grace && turnout.cast > 0 ? <Few m={m} vote={vote} /> : null}
				{open && vote.grace ? <ByHand m={m} vote={vote} /> : null}
			</section>
			{raises(vote) ? <Hands m={m} vote={vote} /> : <Options of={vote} />}
			<aside class="stack" aria-label={t("lead.vote.rules")}>
				{vote.status === "hall" ? <InHall m={m} vote={vote} /> : null}
				<section class="box stack-s" aria-labelledby="rules">
					<h2 id="rules">{t("lead.vote.rules")}</h2>
					<dl class="rules">
						<div>
							<dt>{t("lead.vote.way")}</dt>
							<dd>{t(vote.secret ? "lead.vote.way_secret" : "lead.vote.way_open")}</dd>
						</div>
						<div>
							<dt>{t("lead.vote.choices")}</dt>
							<dd>{each(vote)}</dd>
						</div>
						<div>
							<dt>{t("lead.vote.change")}</dt>
							<dd>{t("lead.vote.change_until")}</dd>
						</div>
						{vote.grace ? (
							<div>
								<dt>{t("lead.vote.closes")}</dt>
								<dd>{t("lead.vote.closes_self")}</dd>
							</div>
						) : null}
						<div>
							<dt>{t("lead.vote.who")}</dt>
							<dd>{t("lead.vote.who_of", { of: turnout.of })}</dd>
						</div>
					</dl>
				</section>
				{open ? <Cue m={m} on="vote" /> : null}
				{vote.follows && m.store.get("votes", vote.follows)?.status === "cancelled" ? (
					<p class="line small">
						<Icon d={info} />
						<span>{t("lead.vote.again_after")}</span>
					</p>
				) : null}
				{open || vote.status === "hall" ? null : (
					<p class="line">
						<Icon d={info} />
						<span>{t("lead.vote.counting")}</span>
					</p>
				)}
			</aside>
		</div>
	);
}

/** Left is the time of the vote, and a minute more. */
function Left({ m }: { m: Meeting }) {
	const timer = m.store.one("timer");
	if (!running(timer)) return null;
	const now = m.clock.seconds.value;
	return (
		<>
			<Timer
				of={timer}
				now={now}
				text={(left) => t(timer.ends ? "common.left" : "common.paused", { left })}
				over={t("lead.over_time", { time: minutes(-leftOf(timer, now)) })}
			/>
			<Button variant="paper" icon={plus} onClick={() => m.send("timer.add", { seconds: 60 })}>
				{t("lead.minute_more")}
			</Button>
		</>
	);
}

/** ByHand is when the clock ran out over so few ballots that it left the closing to whoever leads. */
function ByHand({ m, vote }: { m: Meeting; vote: VoteView }) {
	const timer = m.store.one("timer");
	if (!running(timer) || leftOf(timer, m.clock.seconds.value) > -1000 * vote.grace) return null;
	return (
		<p class="line warn" role="status">
			<Icon d={warning} />
			<span>{t("lead.vote.by_hand")}</span>
		</p>
	);
}

function Options({ of: vote }: { of: VoteView }) {
	return (
		<section class="box" aria-labelledby="options">
			<h2 id="options">{t("lead.vote.options")}</h2>
			<ol class="options">
				{vote.options.map((o) => (
					<li key={o.id}>
						<span class="n">{o.n}</span>
						<span dir="auto">{o.title}</span>
					</li>
				))}
			</ol>
		</section>
	);
}

const most = 200;

/** One slip for each who can vote, filled in the order they come. None of them is anybody's. */
function Slips({ cast, of }: { cast: number; of: number }) {
	if (of > most) return <progress class="turnout" max={of} value={cast} aria-hidden="true" />;
	return (
		<div class="slips" aria-hidden="true">
			{Array.from({ length: of }, (_, i) => (
				<i key={i} data-in={i < cast ? "" : undefined} />
			))}
		</div>
	);
}

/** Closing counts and deletes the ballots, so it asks first and says how many have not voted. */
export function CloseVote({ m, vote, onClose }: { m: Meeting; vote: VoteView; onClose: () => void }) {
	const turnout = m.store.get("turnout", vote.id);
	const missing = turnout ? turnout.of - turnout.cast : 0;
	const out = (m.store.get("desk", vote.id)?.paper ?? []).filter((p) => !p.in).length;
	return (
		<Ask
			title={t("lead.vote.close_title")}
			yes={t(out ? "lead.vote.close_hall_yes" : "lead.vote.close_yes")}
			no={t("lead.vote.close_no")}
			onYes={() => m.send("vote.close", { vote: vote.id })}
			onClose={onClose}
		>
			<p>
				{missing > 0 ? `${t("lead.vote.missing", { n: missing })} ` : ""}
				{out ? t("lead.vote.close_hall", { n: out }) : t("lead.vote.close_why")}
			</p>
			<Few m={m} vote={vote} />
		</Ask>
	);
}

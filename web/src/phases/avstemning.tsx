import { useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { Ballot } from "./ballot";
import { HalfSlip } from "./halfslip";
import type { PhaseProps } from "./index";
import { places } from "./paper";
import { TablePicture } from "./picture";
import { Piles } from "./piles";
import { Places } from "./places";
import { shared } from "./shared";
import { SharedVote } from "./sharedvote";
import { Slips } from "./slips";

/** Avstemning is before, during and after one vote; the vote itself says which. */
export function Avstemning({ m, step, unsent }: PhaseProps) {
	const votes = m.store.list("votes", (v) => v.order);
	const open = votes.find((v) => v.status === "open");
	if (open) return <Open key={open.id} m={m} vote={open} unsent={unsent} />;
	const last = votes.at(-1);
	if (last?.status === "cancelled") return <Cancelled key="cancelled" />;
	if (last) return <Shut key={last.status} m={m} vote={last} unsent={unsent} />;
	return (
		<Screen key="soon" title={t("p.vote.soon")} beside={<StepTimer m={m} />}>
			<p class="lead" dir="auto">
				{step.question}
			</p>
			{unsent}
			<Places m={m} />
			<Piles m={m} />
		</Screen>
	);
}

/** Open is one's own ballot; whoever writes for the table may lend the phone to those who have none. */
function Open({ m, vote, unsent }: Omit<PhaseProps, "step"> & { vote: VoteView }) {
	const [lent, lend] = useState(false);
	if (shared(m)) return <SharedVote m={m} vote={vote} />;
	if (lent && mayType(m)) return <Slips m={m} vote={vote} done={() => lend(false)} />;
	return (
		<Ballot m={m} vote={vote} unsent={unsent}>
			<Places m={m} />
			{mayType(m) ? (
				<Button full onClick={() => lend(true)}>
					{t("p.slip.lend")}
				</Button>
			) : null}
		</Ballot>
	);
}

const mayType = (m: Meeting) => !!m.me.value?.scribe && places(m).length > 0;

function Shut({ m, vote, unsent }: Omit<PhaseProps, "step"> & { vote: VoteView }) {
	const turnout = m.store.get("turnout", vote.id);
	if (vote.status === "hall") {
		return (
			<Screen title={t("p.vote.hall")} above={<TablePicture m={m} />}>
				<p class="lead">{t("p.vote.hall_body", { n: turnout?.out ?? 0 })}</p>
				{turnout ? <p class="muted">{t("p.vote.turnout", { cast: turnout.cast, of: turnout.of })}</p> : null}
				<HalfSlip m={m} />
				{unsent}
			</Screen>
		);
	}
	return (
		<Screen title={t("p.vote.closed")} above={<TablePicture m={m} />}>
			<p class="lead">{t("p.vote.closed_body")}</p>
			{turnout ? <p class="muted">{t("p.vote.turnout", { cast: turnout.cast, of: turnout.of })}</p> : null}
			<HalfSlip m={m} />
			{unsent}
		</Screen>
	);
}

function Cancelled() {
	return (
		<Screen title={t("p.vote.cancelled")}>
			<p class="lead">{t("p.vote.cancelled_body")}</p>
		</Screen>
	);
}

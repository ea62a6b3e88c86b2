import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import * as api from "../net/api";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { leftOf, running } from "../ui/clock";
import { Icon } from "../ui/icon";
import { check, lock, phone } from "../ui/icons";
import { t } from "../words/words";
import { choose, known, own, recall } from "./choice";
import { Halves } from "./halves";
import type { PhaseProps } from "./index";
import { methodOf } from "./methods/index";
import { Options, Used } from "./options";

/** Ballot hands itself in at every tap; there is no button to forget. */
export function Ballot({
	m,
	vote,
	unsent,
	children,
}: Omit<PhaseProps, "step"> & { vote: VoteView; children?: ComponentChildren }) {
	const { choice } = own(m, vote.id).value;
	const voted = m.me.value?.voted.includes(vote.id) ?? false;
	useEffect(() => {
		// Handed in on another device of the same seat: ask for one's own slip.
		if (!voted || known(m, vote.id)) return;
		void api.slip(m.room, vote.id).then((answer) => {
			if (answer.ok && !known(m, vote.id)) recall(m, vote.id, answer.body.choice);
		});
	}, [voted]);
	const flying = m.outbox.pending("ballot.cast").some((c) => c.with.vote === vote.id && !c.stored);
	return (
		<Screen
			title={methodOf(vote).title(vote.k)}
			beside={<StepTimer m={m} />}
			foot={
				<>
					<Used vote={vote} choice={choice} />
					<Received flying={flying} voted={choice.length > 0 || voted} />
				</>
			}
		>
			<p class="line small">
				<Icon d={lock} />
				<span>{t(vote.secret ? "p.vote.secret" : "p.vote.open")}</span>
			</p>
			<Closes m={m} vote={vote} />
			{unsent}
			<Options m={m} vote={vote} choice={choice} set={(next) => choose(m, vote.id, next)} />
			<Halves m={m} />
			{children}
		</Screen>
	);
}

/** Closes says that the vote has an end of its own, and its last seconds calmly: whatever is chosen is handed in. */
function Closes({ m, vote }: { m: Meeting; vote: VoteView }) {
	const timer = m.store.one("timer");
	const left = vote.grace > 0 && running(timer) ? leftOf(timer, m.clock.seconds.value) : undefined;
	// Over too few ballots the clock leaves the closing to a person, and then it says nothing more.
	const clocked = left !== undefined && left > -1000 * vote.grace;
	const last = clocked && left <= 0;
	if (!clocked && vote.round < 2) return null;
	return (
		<p class="small" role={last ? "status" : undefined} data-last={last ? "" : undefined}>
			{vote.round > 1 ? `${t("p.result.round", { n: vote.round })}. ` : ""}
			{clocked ? t(last ? "p.vote.last" : "p.vote.closes_self") : ""}
		</p>
	);
}

function Received({ flying, voted }: { flying: boolean; voted: boolean }) {
	if (flying) {
		return (
			<p class="state small" data-is="saved">
				<Icon d={phone} />
				{t("p.vote.sending")}
			</p>
		);
	}
	if (!voted) return <p class="small muted">{t("p.vote.not_yet")}</p>;
	return (
		<p class="state small" data-is="received">
			<Icon d={check} />
			{t("p.vote.done")}
		</p>
	);
}

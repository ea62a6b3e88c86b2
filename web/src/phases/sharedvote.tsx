import { useEffect, useRef, useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { hold, whisper } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, lock, phone } from "../ui/icons";
import { useTwice } from "../ui/twice";
import { t } from "../words/words";
import { useHalfSlip } from "./halfslip";
import { type Choice, methodOf } from "./methods/index";
import { Options, Used } from "./options";
import { headsOf, newNumber, slipsIn, standOver, stoodOver } from "./shared";

interface Slip {
	number: string;
	/** It takes the place of the slip that has this number. */
	again: boolean;
}

/**
 * SharedVote is a ballot for each of those who share the phone. What is being
 * chosen lies in the slip alone: it is gone when the slip is, when the phone
 * sleeps, and when somebody looks at another app, so that no picture of this
 * screen but the voter's own has a choice in it.
 */
export function SharedVote({ m, vote }: { m: Meeting; vote: VoteView }) {
	const [slip, take] = useState<Slip | undefined>();
	const [passed, pass] = useState(false);
	useTwice(slip); // the next person's Start lies where this one's Done was
	const leave = () => {
		whisper(t("p.slip.pass")); // and what was last read aloud of the slip is gone
		pass(true);
		take(undefined);
	};
	return slip ? (
		<Paper key={slip.number} m={m} vote={vote} slip={slip} leave={leave} />
	) : (
		<Between key="between" m={m} vote={vote} passed={passed} take={take} />
	);
}

/** Between is what goes from hand to hand: how many have had it, and nothing of anybody. */
function Between({
	m,
	vote,
	passed,
	take,
}: {
	m: Meeting;
	vote: VoteView;
	passed: boolean;
	take: (slip: Slip) => void;
}) {
	const [changing, change] = useState(false);
	const heads = headsOf(m);
	const slips = slipsIn(m, vote.id);
	const flying = m.outbox.pending("ballot.cast").some((c) => c.with.vote === vote.id && !c.stored);
	const left = heads - slips.length;
	const over = Math.min(stoodOver(m, vote.id), left);
	const everybody = left <= over;
	const voted = t("p.vote.turnout", { cast: Math.min(slips.length, heads), of: heads });
	return (
		<Screen
			title={t(everybody ? "p.one.everybody" : passed ? "p.slip.pass" : "p.slip.title")}
			foot={
				<>
					{left > 0 ? (
						<Button
							variant={everybody ? "paper" : "primary"}
							full
							onClick={() => take({ number: newNumber(slips), again: false })}
						>
							{t("p.slip.start")}
						</Button>
					) : null}
					{slips.length ? (
						<Button variant="tertiary" full onClick={() => change(true)}>
							{t("p.one.change_slip")}
						</Button>
					) : null}
				</>
			}
		>
			<span class="tokens" aria-hidden="true">
				{Array.from({ length: heads }, (_, n) => (
					<i key={n} data-used={n < slips.length ? "" : undefined} />
				))}
			</span>
			<p class="lead">
				<b class="num">{voted}</b>
			</p>
			{over ? <p>{t("p.one.over", { n: over })}</p> : null}
			{slips.length ? (
				<p class="state small" data-is={flying ? "saved" : "received"}>
					<Icon d={flying ? phone : check} />
					{t(flying ? "p.note.saved" : "p.note.received")}
				</p>
			) : (
				<p class="muted">{t("p.one.quiet")}</p>
			)}
			<p class="line small">
				<Icon d={lock} />
				<span>{t("p.one.blank")}</span>
			</p>
			{changing ? (
				<Change slips={slips} take={(number) => take({ number, again: true })} close={() => change(false)} />
			) : null}
		</Screen>
	);
}

/** Change asks for the number that only whoever filled in the slip has seen. */
function Change({
	slips,
	take,
	close,
}: {
	slips: readonly string[];
	take: (number: string) => void;
	close: () => void;
}) {
	const [unknown, miss] = useState(false);
	const field = useRef<HTMLInputElement>(null);
	return (
		<Dialog
			title={t("p.one.change_slip")}
			onClose={close}
			foot={
				<Button variant="paper" full onClick={close}>
					{t("common.cancel")}
				</Button>
			}
		>
			<div class="field">
				<label class="ds-label" for="slip-number">
					{t("p.one.number")}
				</label>
				<input
					class="ds-input codeinput"
					id="slip-number"
					ref={field}
					dir="ltr"
					inputMode="numeric"
					autocomplete="off"
					maxLength={2}
					aria-describedby="slip-unknown"
					aria-invalid={unknown}
					onInput={(e) => {
						const number = e.currentTarget.value.replace(/\D/g, "").slice(0, 2);
						e.currentTarget.value = number;
						miss(number.length === 2 && !slips.includes(number));
						if (slips.includes(number)) take(number);
					}}
				/>
				<p class="ds-validation-message" id="slip-unknown" role="alert" hidden={!unknown}>
					{t("p.one.unknown")}
				</p>
			</div>
		</Dialog>
	);
}

const many = 8; // options in one column; more are laid in two where there is room, so that nobody has to scroll with others beside them

function Paper({ m, vote, slip, leave }: { m: Meeting; vote: VoteView; slip: Slip; leave: () => void }) {
	const [choice, set] = useState<Choice>([]);
	const [empty, warn] = useState(false);
	useHalfSlip(m, vote.id, choice);
	useEffect(() => {
		hold(true);
		return () => hold(false);
	}, []);
	useEffect(() => {
		const hide = () => document.visibilityState === "hidden" && leave();
		document.addEventListener("visibilitychange", hide);
		addEventListener("pagehide", leave);
		return () => {
			document.removeEventListener("visibilitychange", hide);
			removeEventListener("pagehide", leave);
		};
	}, []);
	const hand = () => {
		if (choice.length === 0) return warn(true);
		m.send(
			"ballot.cast",
			{ vote: vote.id, choice: [...choice], slip: slip.number, ...(slip.again ? { again: true } : {}) },
			`slip:${vote.id}:${slip.number}:${slip.again}`,
		);
		leave();
	};
	return (
		<Screen
			title={methodOf(vote).title(vote.k)}
			foot={
				<>
					<Used vote={vote} choice={choice} />
					{empty && choice.length === 0 ? (
						<p class="ds-validation-message" role="alert">
							{t("p.slip.empty")}
						</p>
					) : null}
					<p class="small">{t(slip.again ? "p.one.again" : "p.one.slip", { n: slip.number })}</p>
					<Button variant="primary" full onClick={hand}>
						{t("p.slip.done")}
					</Button>
					<Button
						variant="tertiary"
						full
						onClick={() => {
							if (!slip.again) standOver(m, vote.id);
							leave();
						}}
					>
						{t(slip.again ? "common.cancel" : "p.slip.skip")}
					</Button>
				</>
			}
		>
			<div class="oneslip" data-many={vote.options.length > many && vote.method !== "rank" ? "" : undefined}>
				<Options m={m} vote={vote} choice={choice} set={set} />
			</div>
		</Screen>
	);
}

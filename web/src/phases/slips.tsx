import { useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, lock, phone } from "../ui/icons";
import { useTwice } from "../ui/twice";
import { t } from "../words/words";
import { useHalfSlip } from "./halfslip";
import { type Choice, methodOf } from "./methods/index";
import { Options, Used } from "./options";
import { type PaperPlace, places } from "./paper";

/**
 * Slips lends the phone to those without one, slip by slip. Between two slips
 * the screen holds nothing of either: what is being chosen lies in this
 * component alone, and is gone with the slip.
 */
export function Slips({ m, vote, done }: { m: Meeting; vote: VoteView; done: () => void }) {
	const [at, go] = useState<PaperPlace | undefined>();
	const [passed, pass] = useState(false);
	useTwice(at);
	const leave = () => {
		pass(true);
		go(undefined);
	};
	if (at) return <Slip key={at.id} m={m} vote={vote} place={at} leave={leave} />;
	return <Between key="between" m={m} vote={vote} passed={passed} start={go} done={done} />;
}

const inBag = (m: Meeting, vote: string, p: PaperPlace): "saved" | "received" | "" => {
	const flying = m.outbox.pending("slip.type").some((c) => c.with.seat === p.id && c.with.vote === vote && !c.stored);
	return flying ? "saved" : p.typed.includes(vote) ? "received" : "";
};

/** Between is the screen that is passed from hand to hand. */
function Between({
	m,
	vote,
	passed,
	start,
	done,
}: {
	m: Meeting;
	vote: VoteView;
	passed: boolean;
	start: (place: PaperPlace) => void;
	done: () => void;
}) {
	const all = places(m);
	const left = all.filter((p) => !inBag(m, vote.id, p));
	return (
		<Screen
			title={t(left.length === 0 ? "p.slip.all" : passed ? "p.slip.pass" : "p.slip.title")}
			foot={
				<Button variant="tertiary" full onClick={done}>
					{t("p.slip.own")}
				</Button>
			}
		>
			<p class="lead">{t("p.slip.count", { n: all.length - left.length, of: all.length })}</p>
			<ul class="stack-s">
				{all.map((p, n) => {
					const is = inBag(m, vote.id, p);
					return (
						<li key={p.id} class="box stack-s">
							<p class="row wrap between">
								<b>{t("p.slip.place", { n: n + 1 })}</b>
								{is ? (
									<span class="state small" data-is={is}>
										<Icon d={is === "saved" ? phone : check} />
										{t(is === "saved" ? "p.note.saved" : "p.note.received")}
									</span>
								) : null}
							</p>
							<Button full variant={is || p !== left[0] ? "paper" : "primary"} onClick={() => start(p)}>
								{t(is ? "p.slip.again" : "p.slip.start")}
							</Button>
						</li>
					);
				})}
			</ul>
		</Screen>
	);
}

function Slip({ m, vote, place, leave }: { m: Meeting; vote: VoteView; place: PaperPlace; leave: () => void }) {
	const [choice, set] = useState<Choice>([]);
	const [empty, warn] = useState(false);
	useHalfSlip(m, vote.id, choice);
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
					<Button
						variant="primary"
						full
						onClick={() => {
							if (choice.length === 0) return warn(true);
							m.send(
								"slip.type",
								{ vote: vote.id, seat: place.id, choice: [...choice] },
								`slip:${vote.id}:${place.id}`,
							);
							leave();
						}}
					>
						{t("p.slip.done")}
					</Button>
					<Button variant="tertiary" full onClick={leave}>
						{t("p.slip.skip")}
					</Button>
				</>
			}
		>
			<p class="line small">
				<Icon d={lock} />
				<span>{t("p.slip.secret")}</span>
			</p>
			<Options m={m} vote={vote} choice={choice} set={set} />
		</Screen>
	);
}

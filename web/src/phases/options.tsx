import { Fragment } from "preact";
import type { OptionView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Said, says } from "../ui/said";
import { t } from "../words/words";
import { type Choice, methodOf } from "./methods/index";

interface Props {
	m: Meeting;
	vote: VoteView;
	choice: Choice;
	set: (choice: Choice) => void;
}

/** Options is the ballot paper: the numbers of the board, and what one says of each. */
export function Options({ m, vote, choice, set }: Props) {
	const { Row } = methodOf(vote);
	return (
		<fieldset class="ballot" data-one={vote.method === "approve" && vote.k === 1 ? "" : undefined}>
			<legend class="vh">{t("p.vote.options")}</legend>
			{vote.options.map((option) => (
				<Fragment key={option.id}>
					<Row vote={vote} option={option} choice={choice} set={set} />
					<Whole m={m} option={option} />
				</Fragment>
			))}
		</fieldset>
	);
}

/** Whole is all that stands on the notes behind a title that was cut to fit. It lies beside the row: reading is not voting. */
function Whole({ m, option }: { m: Meeting; option: OptionView }) {
	const ideas = (m.store.get("clusters", option.id)?.ideas ?? []).flatMap((id) => m.store.get("ideas", id) ?? []);
	if (!option.title.endsWith("…") && !ideas.some((i) => i.norsk)) return null;
	if (ideas.every((i) => says(i) === option.title)) return null;
	return (
		<details class="whole">
			<summary>{t("p.vote.whole", { n: option.n })}</summary>
			{ideas.map((i) => (
				<Said key={i.id} text={i.text} lang={i.lang} norsk={i.norsk} />
			))}
		</details>
	);
}

/** Used tells how much of the budget is laid out. */
export function Used({ vote, choice }: { vote: VoteView; choice: Choice }) {
	const method = methodOf(vote);
	return (
		<p class="row wrap">
			{method.tokens && vote.k <= 10 ? (
				<span class="tokens" aria-hidden="true">
					{Array.from({ length: vote.k }, (_, i) => (
						<i key={i} data-used={i < choice.length ? "" : undefined} />
					))}
				</span>
			) : null}
			<b>{method.used(vote, choice)}</b>
		</p>
	);
}

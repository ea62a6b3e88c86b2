import type { VoteView } from "../gen/protocol";
import { t } from "../words/words";
import { type Choice, methodOf } from "./methods/index";

/** Options is the ballot paper: the numbers of the board, and what one says of each. */
export function Options({ vote, choice, set }: { vote: VoteView; choice: Choice; set: (choice: Choice) => void }) {
	const { Row } = methodOf(vote);
	return (
		<fieldset class="ballot">
			<legend class="vh">{t("p.vote.options")}</legend>
			{vote.options.map((option) => (
				<Row key={option.id} vote={vote} option={option} choice={choice} set={set} />
			))}
		</fieldset>
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

import type { VoteView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { t } from "../words/words";
import { Ballot } from "./ballot";
import type { PhaseProps } from "./index";
import { TablePicture } from "./picture";
import { Piles } from "./piles";

/** Avstemning is before, during and after one vote; the vote itself says which. */
export function Avstemning({ m, step, unsent }: PhaseProps) {
	const votes = m.store.list("votes", (v) => v.order);
	const open = votes.find((v) => v.status === "open");
	if (open) return <Ballot key={open.id} m={m} vote={open} unsent={unsent} />;
	const last = votes.at(-1);
	if (last) return <Shut key="shut" m={m} vote={last} />;
	return (
		<Screen key="soon" title={t("p.vote.soon")} beside={<StepTimer m={m} />}>
			<p class="lead" dir="auto">
				{step.question}
			</p>
			{unsent}
			<Piles m={m} />
		</Screen>
	);
}

function Shut({ m, vote }: Pick<PhaseProps, "m"> & { vote: VoteView }) {
	const turnout = m.store.get("turnout", vote.id);
	return (
		<Screen title={t("p.vote.closed")} above={<TablePicture m={m} />}>
			<p class="lead">{t("p.vote.closed_body")}</p>
			{turnout ? <p class="muted">{t("p.vote.turnout", { cast: turnout.cast, of: turnout.of })}</p> : null}
		</Screen>
	);
}

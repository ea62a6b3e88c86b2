import { useEffect } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import { api } from "../net/api";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { say, whisper } from "../participant/voice";
import { Icon } from "../ui/icon";
import { check, lock, phone } from "../ui/icons";
import { t } from "../words/words";
import { choose, known, own, recall } from "./choice";
import type { PhaseProps } from "./index";

/** Ballot hands itself in at every tap; a tap on what is chosen takes it back. */
export function Ballot({ m, vote, unsent }: Omit<PhaseProps, "step"> & { vote: VoteView }) {
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
	const tap = (id: string) => {
		if (choice.includes(id))
			return choose(
				m,
				vote.id,
				choice.filter((x) => x !== id),
			);
		if (vote.k === 1) return choose(m, vote.id, [id]);
		if (choice.length >= vote.k) return say(t("p.vote.spent"));
		choose(m, vote.id, [...choice, id]);
		whisper(t("p.vote.used", { n: choice.length + 1, k: vote.k }));
	};
	return (
		<Screen
			title={t("p.vote.choose", { k: vote.k })}
			beside={<StepTimer m={m} />}
			foot={<Standing n={choice.length} k={vote.k} flying={flying} voted={voted} />}
		>
			<p class="line small">
				<Icon d={lock} />
				<span>{t(vote.secret ? "p.vote.secret" : "p.vote.open")}</span>
			</p>
			{unsent}
			<fieldset class="ballot">
				<legend class="vh">{t("p.vote.options")}</legend>
				{vote.options.map((o) => (
					<label key={o.id}>
						<input
							type="checkbox"
							checked={choice.includes(o.id)}
							onClick={(e) => {
								e.preventDefault();
								tap(o.id);
							}}
						/>
						<span class="n">{o.n}</span>
						<span dir="auto">{o.title}</span>
						<span class="mark" aria-hidden="true">
							<Icon d={check} />
						</span>
					</label>
				))}
			</fieldset>
		</Screen>
	);
}

function Standing({ n, k, flying, voted }: { n: number; k: number; flying: boolean; voted: boolean }) {
	return (
		<>
			<p class="row wrap">
				<span class="tokens" aria-hidden="true">
					{Array.from({ length: k }, (_, i) => (
						<i key={i} data-used={i < n ? "" : undefined} />
					))}
				</span>
				<b>{t("p.vote.used", { n, k })}</b>
			</p>
			{flying ? (
				<p class="state small" data-is="saved">
					<Icon d={phone} />
					{t("p.vote.sending")}
				</p>
			) : n > 0 || voted ? (
				<p class="state small" data-is="received">
					<Icon d={check} />
					{t("p.vote.done")}
				</p>
			) : (
				<p class="small muted">{t("p.vote.not_yet")}</p>
			)}
		</>
	);
}

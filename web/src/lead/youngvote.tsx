import type { ResultView } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { lock } from "../ui/icons";
import { info } from "../ui/lateicons";
import { t } from "../words/words";
import { openForm } from "./openvote";
import { pilesOf } from "./piles";
import { openVote } from "./vote";

const choices = 3;
const few = 5; // with fewer than this, a secret vote is easily guessed

/** YoungVote is one press at the foot to begin: up to three each, secret when they are enough. The foot closes it as well. */
export function YoungVote({ m }: { m: Meeting }) {
	const here = m.store.one("presence")?.here ?? 0;
	const step = m.store.one("step");
	const piles = pilesOf(m);
	const latest = openVote(m) ?? m.store.list("votes", (v) => -v.order).find((v) => v.status !== "cancelled");
	const result = latest ? m.store.get("results", latest.id) : undefined;
	if (latest && result) return <Result of={result} />;
	if (latest) {
		const turnout = m.store.get("turnout", latest.id);
		return (
			<section class="box stack-s" aria-labelledby="vote">
				<h2 id="vote">{t(latest.secret ? "lead.vote.secret" : "lead.vote.open")}</h2>
				<p class="cast">
					<b class="num">{turnout?.cast ?? 0}</b> <span>{t("lead.vote.of", { of: turnout?.of ?? 0 })}</span>
				</p>
				<p class="line">
					<Icon d={lock} />
					<span>{t("lead.vote.no_numbers")}</span>
				</p>
			</section>
		);
	}
	if (step?.kind !== "avstemning") return null;
	const k = Math.min(choices, Math.max(1, piles.length - 1));
	const open = () => {
		if (m.outbox.pending("vote.open").length === 0)
			m.send("vote.open", { id: newId(), method: "approve", k, secret: here >= few });
	};
	// The button that opens is at the foot, where the one that closes will be.
	return (
		<form
			class="box stack-s"
			id={openForm}
			aria-labelledby="vote"
			onSubmit={(e) => {
				e.preventDefault();
				open();
			}}
		>
			<h2 id="vote">{t("lead.young.vote", { n: piles.length })}</h2>
			<ol class="options">
				{piles.map((p) => (
					<li key={p.id}>
						<span class="n">{p.n}</span>
						<span dir="auto">{p.title}</span>
					</li>
				))}
			</ol>
			{piles.length < 2 ? (
				<p class="line">
					<Icon d={info} />
					<span>{t("lead.young.vote_few")}</span>
				</p>
			) : (
				<p>{t("lead.young.vote_go", { n: k })}</p>
			)}
		</form>
	);
}

/** Result is the count in order. What was chosen becomes proposals when the next part is entered. */
function Result({ of }: { of: ResultView }) {
	return (
		<section class="box stack-s" aria-labelledby="vote">
			<h2 id="vote">{t("lead.young.result", { n: of.ballots })}</h2>
			<ol class="options">
				{of.rows.map((row) => (
					<li key={row.id}>
						<span class="n">{row.n}</span>
						<span dir="auto">{row.title}</span>
						<span class="push" />
						<b class="num">{row.marks}</b>
					</li>
				))}
			</ol>
		</section>
	);
}

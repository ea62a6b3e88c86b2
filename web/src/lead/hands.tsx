import { useState } from "preact/hooks";
import type { VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { hand } from "../ui/icons";
import { t } from "../words/words";
import { say } from "./voice";

/** raises tells whether hands may be counted: only in an open vote, since a vote is secret or open and never both. */
export const raises = (vote: VoteView): boolean => !vote.secret && vote.method === "approve" && vote.status === "open";

/** Hands is what was raised in the hall, written beside each proposal. */
export function Hands({ m, vote }: { m: Meeting; vote: VoteView }) {
	const stored = m.store.get("desk", vote.id)?.hands ?? [];
	const [counted, count] = useState<readonly number[]>(vote.options.map((_, i) => stored[i] ?? 0));
	return (
		<form
			class="box stack-s"
			aria-labelledby="hands"
			onSubmit={(e) => {
				e.preventDefault();
				m.send("vote.hands", { vote: vote.id, hands: [...counted] }, `hands/${vote.id}`);
				say(t("lead.hands.saved"));
			}}
		>
			<h2 id="hands">{t("lead.hands")}</h2>
			<p class="small muted">{t("lead.hands.why")}</p>
			{stored.length ? (
				<p class="small">
					<b>{t("lead.hands.stored", { n: stored.reduce((sum, n) => sum + n, 0) })}</b>
				</p>
			) : null}
			<ul class="slip-rows">
				{vote.options.map((o, i) => (
					<li key={o.id}>
						<label for={`hands-${o.id}`}>
							<span class="n">{o.n}</span>
							<span dir="auto">{o.title}</span>
						</label>
						<input
							class="ds-input"
							id={`hands-${o.id}`}
							type="number"
							inputMode="numeric"
							min={0}
							max={999}
							value={counted[i]}
							onInput={(e) => {
								const n = Math.max(0, Math.trunc(Number(e.currentTarget.value)) || 0);
								count(counted.map((was, at) => (at === i ? n : was)));
							}}
						/>
					</li>
				))}
			</ul>
			<Button type="submit" icon={hand}>
				{t("lead.hands.save")}
			</Button>
		</form>
	);
}

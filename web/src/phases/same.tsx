import { useState } from "preact/hooks";
import type { IdeaView } from "../gen/protocol";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { Badges } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { check } from "../ui/icons";
import { says } from "../ui/said";
import { Sign } from "../ui/sign";
import { Slip } from "../ui/slip";
import { t } from "../words/words";
import { due } from "./table";

const sentBy = (m: Meeting, group: number) =>
	m.store.list("ideas", (i) => i.order).filter((i) => i.place === "plenum" && i.group === group);

/** Cue is one's own points while one's own table tells, each with the tables that have the same. */
export function Cue({ m }: { m: Meeting }) {
	const ours = sentBy(m, m.me.value?.group ?? 0);
	return (
		<>
			<p class="lead">{t("p.plenum.tell")}</p>
			<ul class="stack-s cue">
				{ours.map((i) => (
					<li key={i.id}>
						<Slip text={i.text} lang={i.lang} norsk={i.norsk}>
							{i.sign ? <Sign of={i.sign} /> : null}
							{i.same.length ? (
								<span class="row wrap">
									{t("p.same.also")}
									<Badges groups={i.same} label={(n) => t("common.group", { n })} />
								</span>
							) : null}
						</Slip>
					</li>
				))}
			</ul>
		</>
	);
}

/** Told is another table's points. Whoever has the same among their own says so, and which: that is where the piles begin. */
export function Told({ m, by }: { m: Meeting; by: number }) {
	const [asking, ask] = useState<IdeaView | undefined>();
	const mine = m.me.value?.group ?? 0;
	const ours = mine ? sentBy(m, mine) : [];
	const theirs = sentBy(m, by);
	const mark = (idea: IdeaView, own: IdeaView) => {
		const pair = { idea: idea.id, ours: own.id };
		const slot = `same:${idea.id}:${own.id}`;
		m.send("idea.same", pair, slot);
		say(t("p.same.said"), () => void m.send("idea.same", { ...pair, off: true }, slot));
		ask(undefined);
	};
	// The picture says which tables, not which of the ideas, so every pair that may stand is taken back.
	const unmark = (idea: IdeaView) => {
		for (const own of ours)
			if (own.same.includes(by))
				m.send("idea.same", { idea: idea.id, ours: own.id, off: true }, `same:${idea.id}:${own.id}`);
	};
	const flying = m.outbox.pending("idea.same");
	const marked = (idea: IdeaView) => {
		const last = flying.filter((c) => c.with.idea === idea.id).at(-1);
		return last ? !last.with.off : idea.same.includes(mine);
	};
	return (
		<>
			<p class="lead">{t(ours.length ? "p.plenum.listen" : "p.merge.away")}</p>
			{theirs.length === 0 && due(m) ? <p class="muted">{t("p.plenum.none")}</p> : null}
			<ul class="stack-s">
				{theirs.map((i) => (
					<li key={i.id}>
						<Slip text={i.text} lang={i.lang} norsk={i.norsk}>
							{i.sign ? <Sign of={i.sign} /> : null}
							{ours.length ? (
								<Button
									small
									variant={marked(i) ? "primary" : "paper"}
									{...(marked(i) ? { icon: check } : {})}
									aria-pressed={marked(i)}
									onClick={() => {
										if (marked(i)) unmark(i);
										else if (ours.length === 1 && ours[0]) mark(i, ours[0]);
										else ask(i);
									}}
								>
									{t("p.same")}
								</Button>
							) : null}
						</Slip>
					</li>
				))}
			</ul>
			{asking ? (
				<Dialog
					title={t("p.same.which")}
					onClose={() => ask(undefined)}
					foot={
						<Button variant="paper" full onClick={() => ask(undefined)}>
							{t("common.cancel")}
						</Button>
					}
				>
					<p class="muted" dir="auto">
						{says(asking)}
					</p>
					<ul class="choices">
						{ours.map((own) => (
							<li key={own.id}>
								<Button variant="paper" full onClick={() => mark(asking, own)}>
									<span dir="auto">{says(own)}</span>
								</Button>
							</li>
						))}
					</ul>
				</Dialog>
			) : null}
		</>
	);
}

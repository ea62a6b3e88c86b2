import { useSignal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { notebook } from "../state/drafts";
import { Button, IconButton } from "../ui/button";
import { expand } from "../ui/lateicons";
import { t } from "../words/words";
import { Card } from "./card";
import { Deck } from "./deck";
import type { PhaseProps } from "./index";
import { PickButtons, PickScreen } from "./pick";
import { TablePicture } from "./picture";
import { ScribeButton, ScribeLine } from "./scribe";

/** VelgKort lays one card on the table. With a note-taker it is the note-taker who draws; the others see the card. */
export function VelgKort(props: PhaseProps) {
	const { m, step, unsent } = props;
	const key = `card:${m.room}:${step.id}`;
	const settled = useSignal(notebook.read(key) ?? "");
	const [big, setBig] = useState(false);
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const card = group?.card ? m.store.get("cards", group.card) : undefined;
	const may = !!me && !!group && (me.scribe || !group.scribe);
	const settle = (id: string) => {
		settled.value = id;
		notebook.write(key, id);
	};
	const draw = () => m.send("card.draw", {}, "card");
	const drawing = m.outbox.pending("card.draw").length > 0;
	// Taking the card that lies there puts it back if somebody drew over it meanwhile.
	const take = (id: string) => {
		m.send("card.choose", { card: id }, "card");
		settle(id);
	};
	const [pick] = m.store.list("picks", (p) => p.cast);
	const hand = useRef<readonly string[]>([]);
	if (pick) hand.current = pick.tied.length ? pick.tied : pick.hand;
	// What the table has chosen together needs no second yes.
	const chosen = !pick && card && hand.current.includes(card.id) ? card.id : "";
	useEffect(() => {
		if (!chosen) return;
		hand.current = [];
		settle(chosen);
	}, [chosen]);
	if (pick) return <PickScreen key={pick.id} {...props} pick={pick} may={may} />;
	if (!group || !card) {
		return (
			<Screen
				key="none"
				title={step.title}
				above={<TablePicture m={m} />}
				beside={<StepTimer m={m} />}
				foot={
					may ? (
						<Button variant="primary" full aria-busy={drawing} onClick={draw}>
							{t("p.card.draw")}
						</Button>
					) : undefined
				}
			>
				<p class="lead">{t(!group ? "p.table.nowhere" : may ? "p.card.how" : "p.card.wait")}</p>
				{unsent}
				{may ? <ScribeLine m={m} /> : null}
				{group && !group.scribe ? <ScribeButton m={m} /> : null}
				{may && group.size >= 3 && !group.shared ? <PickButtons m={m} /> : null}
				{may ? <Deck m={m} take={take} /> : null}
			</Screen>
		);
	}
	const done = settled.value === card.id;
	return (
		<Screen
			key="card"
			hushed
			title={t("p.card.yours")}
			foot={
				!may ? undefined : done ? (
					<Button variant="tertiary" full onClick={() => settle("")}>
						{t("p.card.other")}
					</Button>
				) : (
					<>
						<Button variant="primary" full onClick={() => take(card.id)}>
							{t("p.card.take")}
						</Button>
						<Button variant="tertiary" full aria-busy={drawing} onClick={draw}>
							{t("p.card.again")}
						</Button>
					</>
				)
			}
		>
			<div class="row small">
				<span class="muted">{t(done ? "p.card.talk" : "p.card.drew", { n: group.n })}</span>
				<span class="push row">
					<StepTimer m={m} />
					<IconButton icon={expand} label={t("p.card.big")} aria-pressed={big} onClick={() => setBig(!big)} />
				</span>
			</div>
			<div class="deck" key={card.id} data-colour={card.colour}>
				<Card card={card} big={big} />
			</div>
			{unsent}
			{may && !done && group.size >= 3 && !group.shared ? <PickButtons m={m} /> : null}
			{may && !done ? <Deck m={m} take={take} /> : null}
		</Screen>
	);
}

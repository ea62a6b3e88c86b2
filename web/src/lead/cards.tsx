import { useState } from "preact/hooks";
import type { CardView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge, Badges } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { card as cardIcon } from "../ui/icons";
import { t } from "../words/words";
import { OwnDeck } from "./owndeck";

/** Cards is which table has which: draw for a table that waits, or give it a certain one. */
export function Cards({ m }: { m: Meeting }) {
	const [giving, give] = useState(0);
	const groups = m.store.list("groups", (g) => g.n);
	const deck = m.store.one("deck");
	if (groups.length === 0) return null;
	if (!deck?.cards.length) {
		return (
			<section class="box stack-s" aria-labelledby="cards">
				<h2 id="cards">{t("lead.deck.none")}</h2>
				<p class="muted">{t("lead.deck.none_hint")}</p>
				<Decks m={m} />
			</section>
		);
	}
	const without = groups.filter((g) => !g.card).length;
	return (
		<section class="box stack-s" aria-labelledby="cards">
			<div class="row wrap">
				<h2 id="cards">{t("lead.cards", { deck: deck.title })}</h2>
				<span class="push" />
				<span class="muted small">{without ? t("lead.cards_without", { n: without }) : t("lead.cards_all")}</span>
			</div>
			<ul class="turns">
				{groups.map((g) => (
					<li key={g.n}>
						<Badge n={g.n} label={t("common.group", { n: g.n })} />
						<span dir="auto" class={g.card ? undefined : "muted"}>
							{m.store.get("cards", g.card)?.title ?? t("lead.cards_none")}
						</span>
						<span class="push" />
						<Button variant="tertiary" small onClick={() => m.send("card.draw", { group: g.n }, `draw/${g.n}`)}>
							{t(g.card ? "lead.cards_redraw" : "lead.cards_draw")}
							<span class="vh"> {t("common.group", { n: g.n })}</span>
						</Button>
						<Button variant="tertiary" small icon={cardIcon} onClick={() => give(g.n)}>
							{t("lead.cards_give")}
							<span class="vh"> {t("common.group", { n: g.n })}</span>
						</Button>
					</li>
				))}
			</ul>
			<details>
				<summary>{t("lead.deck.other")}</summary>
				<p class="muted small">{t("lead.deck.other_why")}</p>
				<Decks m={m} />
			</details>
			{giving ? <Give m={m} group={giving} onClose={() => give(0)} /> : null}
		</section>
	);
}

const decks = ["kommune", "frivillighet", "ung"] as const;

/** Decks lays one of the shipped decks on the tables, or one's own. */
export function Decks({ m }: { m: Meeting }) {
	const lies = m.store.one("deck")?.deck;
	return (
		<div class="stack-s">
			<div class="row wrap">
				{decks
					.filter((deck) => deck !== lies)
					.map((deck) => (
						<Button key={deck} small icon={cardIcon} onClick={() => m.send("deck.adopt", { deck }, "deck")}>
							{t(`lead.deck.${deck}`)}
						</Button>
					))}
			</div>
			<OwnDeck m={m} />
		</div>
	);
}

/** The deck in its order, the joker too, with who has what. */
function Give({ m, group, onClose }: { m: Meeting; group: number; onClose: () => void }) {
	const groups = m.store.list("groups", (g) => g.n);
	const cards = (m.store.one("deck")?.cards ?? [])
		.map((id) => m.store.get("cards", id))
		.filter((c): c is CardView => c !== undefined);
	return (
		<Dialog
			title={t("lead.cards_to", { n: group })}
			onClose={onClose}
			foot={
				<Button variant="paper" onClick={onClose}>
					{t("common.cancel")}
				</Button>
			}
		>
			<div class="pick">
				<ul>
					{cards.map((c) => (
						<li key={c.id}>
							<button
								type="button"
								onClick={() => {
									m.send("card.choose", { card: c.id, group }, `draw/${group}`);
									onClose();
								}}
							>
								<span class="chip" data-tone={c.colour === "blue" ? "go" : undefined}>
									{c.id}
								</span>
								<span dir="auto">{c.title}</span>
								<Badges
									groups={groups.filter((g) => g.card === c.id).map((g) => g.n)}
									label={(n) => t("common.group", { n })}
								/>
							</button>
						</li>
					))}
				</ul>
			</div>
		</Dialog>
	);
}

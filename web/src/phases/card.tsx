import { useEffect } from "preact/hooks";
import type { CardView } from "../gen/protocol";
import { Part } from "../participant/part";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { down } from "../ui/icons";
import { t } from "../words/words";

/** The theme marks are drawn only where a card is shown, so they come by themselves; a card can be read without. */
const marks = new Part("marks", () => import("./marks"));

function Mark({ of }: { of: string }) {
	useEffect(() => void marks.fetch(), []);
	const draw = marks.got.value?.marks[of]?.();
	return (
		<svg class="mark" viewBox="0 0 160 100" aria-hidden="true">
			{draw}
		</svg>
	);
}

/** cardsOf gives the cards by these ids, in their order. */
export const cardsOf = (m: Meeting, ids: readonly string[]): CardView[] =>
	ids.map((id) => m.store.get("cards", id)).filter((c): c is CardView => c !== undefined);

/** Card is the card as it lies on the table: mark, title, question, prompts, and a line for one's own word. */
export function Card({ card, big }: { card: CardView; big: boolean }) {
	return (
		<article class="card" data-colour={card.colour} data-big={big ? "" : undefined} aria-labelledby="card">
			<header>
				<i aria-hidden="true" />
				<span>{t(card.colour === "blue" ? "p.card.blue" : "p.card.orange")}</span>
				<span dir="auto">{card.theme}</span>
				<span class="push num">{card.id}</span>
			</header>
			{card.mark ? (
				<div class="art">
					<Mark of={card.mark} />
				</div>
			) : null}
			<div class="body">
				<h2 id="card" dir="auto">
					{card.title}
				</h2>
				<p class="asks" dir="auto">
					{card.question}
				</p>
				{card.also ? (
					<p class="also" lang={card.second} dir="auto">
						<b>{card.also.title}.</b> {card.also.question}
					</p>
				) : null}
				<Prompts card={card} />
				<p class="own small">{t("p.card.own")}</p>
			</div>
		</article>
	);
}

/** TableCard is the card that lies on the table of whoever holds this phone, if one does: what is asked about it can be read all the way. */
export function TableCard({ m, folded }: { m: Meeting; folded?: boolean }) {
	const group = m.store.get("groups", m.me.value?.group ?? 0);
	const card = group?.card ? m.store.get("cards", group.card) : undefined;
	return card ? <CardStrip card={card} folded={!!folded} /> : <NoCard m={m} />;
}

/** NoCard is a table that came to none before the meeting went on: what is written now is about one, so it is drawn here. */
function NoCard({ m }: { m: Meeting }) {
	const me = m.me.value;
	const group = m.store.get("groups", me?.group ?? 0);
	if (!group || !m.store.one("step")?.draws) return null;
	return group.scribe && !me?.scribe ? (
		<p class="muted">{t("p.card.wait")}</p>
	) : (
		<Button full onClick={() => m.send("card.draw", {}, "card")}>
			{t("p.card.draw")}
		</Button>
	);
}

/** CardStrip is the card as a reminder, over what is written about it. Folded it is its title, so that what is written in is seen: one tap opens it. */
function CardStrip({ card, folded }: { card: CardView; folded: boolean }) {
	const title = (
		<>
			{card.mark ? <Mark of={card.mark} /> : null}
			<h2 id="card" dir="auto">
				{card.title}
			</h2>
		</>
	);
	const asks = (
		<p dir="auto">
			<b>{card.question}</b>
		</p>
	);
	return (
		<section class="card strip-card" data-colour={card.colour} aria-labelledby="card">
			{folded ? (
				<details class="folded stack-s">
					<summary class="row">
						{title}
						<Icon d={down} />
					</summary>
					{asks}
					<Prompts card={card} />
				</details>
			) : (
				<>
					<div class="row">{title}</div>
					{asks}
					{card.prompts.length ? (
						<details>
							<summary>{t("p.card.prompts")}</summary>
							<Prompts card={card} />
						</details>
					) : null}
				</>
			)}
		</section>
	);
}

function Prompts({ card }: { card: CardView }) {
	return (
		<ul class="prompts">
			{card.prompts.map((p) => (
				<li key={p} dir="auto">
					{p}
				</li>
			))}
		</ul>
	);
}

import type { Meeting } from "../state/meeting";
import { Badges } from "../ui/badge";
import { t } from "../words/words";

/** Deck lists the cards a table may choose among, the joker too, and which tables have taken what. */
export function Deck({ m, take }: { m: Meeting; take: (card: string) => void }) {
	const cards = (m.store.one("deck")?.cards ?? [])
		.map((id) => m.store.get("cards", id))
		.filter((c) => c?.colour === "orange");
	if (cards.length === 0) return null;
	const mine = m.me.value?.group;
	const taken = m.store.list("groups", (g) => g.n).filter((g) => g.n !== mine);
	return (
		<details>
			<summary>{t("p.card.pick")}</summary>
			<ul class="stack-s">
				{cards.map((c) =>
					c ? (
						<li key={c.id}>
							<button type="button" class="ds-button pick" data-variant="paper" onClick={() => take(c.id)}>
								<span dir="auto">
									<b>{c.title}</b>
									<span class="small muted">{c.theme}</span>
								</span>
								<Badges
									groups={taken.filter((g) => g.card === c.id).map((g) => g.n)}
									label={(n) => t("p.card.taken", { n })}
								/>
							</button>
						</li>
					) : null,
				)}
			</ul>
		</details>
	);
}

import type { CardView, GroupView } from "../gen/protocol";
import { marks } from "../phases/marks";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { soft } from "./soft";

export const pictured = 8; // more tables than this are drawn small

/** Hand is the tables, each with the card it drew. */
export function Hand({ groups, cards }: { groups: GroupView[]; cards: ReadonlyMap<string, CardView> }) {
	const many = groups.length > pictured;
	return (
		<ul class="hand dealt" data-many={many ? "" : undefined} data-few={groups.length < 4 ? "" : undefined}>
			{groups.map((g) => (
				<Mini key={g.n} group={g} card={cards.get(g.card)} art={!many} />
			))}
		</ul>
	);
}

function Mini({ group, card, art }: { group: GroupView; card: CardView | undefined; art: boolean }) {
	const Mark = card ? marks[card.mark] : undefined;
	return (
		<li class={card ? "card" : "table"} data-colour={card?.colour} data-at={card ? undefined : "open"}>
			{art && card ? (
				<div class="art">
					<svg class="mark" viewBox="0 0 160 100" aria-hidden="true">
						{Mark ? <Mark /> : null}
					</svg>
				</div>
			) : null}
			<div class="face">
				<Badge n={group.n} label={t("board.group", { n: group.n })} />
				{group.sent ? (
					<span class="sent">
						<Icon d={check} />
						<span>
							<Two k="board.table_sent" />
						</span>
					</span>
				) : null}
				<p dir="auto" data-long={(card?.title.length ?? 0) > 18 ? "" : undefined}>
					{card ? soft(card.title) : <Two k="board.card_none" />}
					<Also text={card?.also && soft(card.also.title)} />
				</p>
			</div>
		</li>
	);
}

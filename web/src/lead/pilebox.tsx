import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { more, plus } from "../ui/icons";
import { says } from "../ui/said";
import { t } from "../words/words";
import { Unread } from "./mend";
import type { Pile } from "./piles";

interface Props {
	pile: Pile;
	chosen: readonly string[];
	choose: (idea: string) => void;
	menu: (pile: string) => void;
}

/** PileBox is a proposal with the ideas in it. A tap chooses an idea, and one more lets it go. */
export function PileBox({ pile, chosen, choose, menu }: Props) {
	// One idea that has no other name than its own words: they stand once, and more of the sixty are seen.
	const [only] = pile.ideas;
	const alone = pile.ideas.length === 1 && only && pile.title === says(only);
	return (
		<section class="cl" data-alone={alone ? "" : undefined} aria-labelledby={`h-${pile.id}`}>
			<h2 id={`h-${pile.id}`}>
				<span class="n">{pile.n}</span>
				<span dir="auto" class={alone ? "vh" : undefined}>
					{pile.title}
				</span>
				{pile.ideas.length > 1 ? <span class="muted num">{pile.ideas.length}</span> : null}
			</h2>
			<IconButton icon={more} label={t("lead.merge.pile_menu", { title: pile.title })} onClick={() => menu(pile.id)} />
			<ul>
				{pile.ideas.map((i) => (
					<li key={i.id}>
						<button
							type="button"
							class="idea"
							data-key={i.id}
							aria-pressed={chosen.includes(i.id)}
							onClick={() => choose(i.id)}
						>
							{i.group ? <Badge n={i.group} label={t("common.group", { n: i.group })} /> : <Icon d={plus} />}
							<span dir="auto">{says(i)}</span>
							<Unread of={i} />
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

import type { ComponentChildren } from "preact";
import type { IdeaView } from "../gen/protocol";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { card as cardIcon, merge, pen, split, trash } from "../ui/icons";
import { Said } from "../ui/said";
import { Sign } from "../ui/sign";
import { t } from "../words/words";
import { Unread } from "./mend";
import type { Pile } from "./piles";

interface Props {
	ideas: readonly IdeaView[];
	pile: Pile | undefined;
	/** What the card is called that lay on the table when the idea was written. */
	card: string | undefined;
	/** What was written first, if somebody has tidied it. */
	first?: ComponentChildren;
	/** How many proposals they lie in, when some of those have more ideas than the chosen. */
	whole?: number | undefined;
	act: (what: "together" | "only" | "lay" | "out" | "name" | "mend" | "redact" | "none") => void;
}

/** Chosen is what can be done with the idea that is chosen; with several there is one thing: lay them together. */
export function Chosen({ ideas, pile, card, first, whole, act }: Props) {
	const [idea] = ideas;
	if (!idea || !pile) {
		return (
			<section class="sunk stack-s">
				<h2>{t("lead.merge.choose")}</h2>
				<p>{t("lead.merge.choose_hint")}</p>
			</section>
		);
	}
	if (ideas.length > 1) {
		return (
			<section class="box stack-s chosen" aria-labelledby="chosen">
				<h2 id="chosen">{t("lead.merge.chosen_n", { n: ideas.length })}</h2>
				<Button full variant="primary" icon={merge} onClick={() => act("together")}>
					{whole ? t("lead.merge.together_all", { n: whole }) : t("lead.merge.together", { n: ideas.length })}
				</Button>
				{whole ? (
					<Button full icon={split} onClick={() => act("only")}>
						{t("lead.merge.together_only")}
					</Button>
				) : null}
				<Button full variant="tertiary" onClick={() => act("none")}>
					{t("lead.merge.choose_none")}
				</Button>
			</section>
		);
	}
	return (
		<section class="box stack-s chosen" aria-labelledby="chosen">
			<h2 id="chosen">{t("lead.merge.chosen")}</h2>
			<div class="line">
				{idea.group ? <Badge n={idea.group} label={t("common.group", { n: idea.group })} /> : null}
				<div class="slip-text">
					<Said text={idea.text} lang={idea.lang} norsk={idea.norsk} />
				</div>
			</div>
			<Unread of={idea} />
			{first}
			<Sign of={idea.sign} />
			{card ? (
				<p class="line small">
					<Icon d={cardIcon} />
					<span dir="auto">{t("lead.merge.card", { card })}</span>
				</p>
			) : null}
			<p class="small muted">{t("lead.merge.choose_more")}</p>
			<Button full icon={merge} onClick={() => act("lay")}>
				{t("lead.merge.lay")}
			</Button>
			{pile.ideas.length > 1 ? (
				<Button full icon={split} onClick={() => act("out")}>
					{t("lead.merge.out")}
				</Button>
			) : null}
			<Button full icon={pen} onClick={() => act("name")}>
				{t("lead.merge.name")}
			</Button>
			<Button full icon={pen} onClick={() => act("mend")}>
				{t("lead.mend")}
			</Button>
			<Button full variant="tertiary" stop icon={trash} onClick={() => act("redact")}>
				{t("lead.merge.redact")}
			</Button>
		</section>
	);
}

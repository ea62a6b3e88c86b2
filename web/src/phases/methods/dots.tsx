import { say, whisper } from "../../participant/voice";
import { IconButton } from "../../ui/button";
import { minus, plus } from "../../ui/icons";
import { t } from "../../words/words";
import type { Choice, Method, RowProps } from "./index";
import { Beneath } from "./titled";

const count = (choice: Choice, option: string) => choice.filter((x) => x === option).length;

/** Dots: K to lay out, several on one if one likes. */
export const dots: Method = {
	title: (k) => t("p.vote.dots", { k }),
	used: (vote, choice) => t("p.vote.dots_used", { n: choice.length, k: vote.k }),
	tokens: true,
	Row,
	unit: (n) => t("p.result.points", { n }),
	mine: (choice, option) => {
		const n = count(choice, option);
		return n ? t("p.result.mine_points", { n }) : "";
	},
};

function Row({ vote, option, choice, set }: RowProps) {
	const n = count(choice, option.id);
	const give = () => {
		if (choice.length >= vote.k) return say(t("p.vote.spent_dots"));
		set([...choice, option.id]);
		whisper(t("p.vote.dots_used", { n: choice.length + 1, k: vote.k }));
	};
	const take = () => {
		const at = choice.indexOf(option.id);
		if (at >= 0) set(choice.filter((_, i) => i !== at));
	};
	return (
		<fieldset class="option" aria-labelledby={`o-${option.id}`} data-on={n ? "" : undefined}>
			<span class="n">{option.n}</span>
			<span id={`o-${option.id}`} dir="auto">
				{option.title}
				<Beneath of={option} lang={vote.second} />
			</span>
			<span class="count">
				<IconButton icon={minus} label={t("p.vote.dot_less", { title: option.title })} onClick={take} />
				<b class="num">{n}</b>
				<IconButton icon={plus} label={t("p.vote.dot_more", { title: option.title })} onClick={give} />
			</span>
		</fieldset>
	);
}

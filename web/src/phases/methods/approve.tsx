import { say, whisper } from "../../participant/voice";
import { Icon } from "../../ui/icon";
import { check } from "../../ui/icons";
import { t } from "../../words/words";
import type { Method, RowProps } from "./index";
import { Tick } from "./tick";
import { Titled } from "./titled";

/** Approve up to K: a tap chooses, another takes back. */
export const approve: Method = {
	title: (k) => t("p.vote.choose", { k }),
	used: (vote, choice) => t("p.vote.used", { n: choice.length, k: vote.k }),
	tokens: true,
	Row,
	unit: (n) => t("p.result.votes", { n }),
	mine: (choice, option) => (choice.includes(option) ? t("p.result.mine") : ""),
};

function Row({ vote, option, choice, set }: RowProps) {
	const tap = () => {
		if (choice.includes(option.id)) return set(choice.filter((x) => x !== option.id));
		if (vote.k === 1) return set([option.id]);
		if (choice.length >= vote.k) return say(t("p.vote.spent"));
		set([...choice, option.id]);
		whisper(t("p.vote.used", { n: choice.length + 1, k: vote.k }));
	};
	return (
		<Tick on={choice.includes(option.id)} tap={tap}>
			<span class="n">{option.n}</span>
			<Titled of={option} lang={vote.second} />
			<span class="mark" aria-hidden="true">
				<Icon d={check} />
			</span>
		</Tick>
	);
}

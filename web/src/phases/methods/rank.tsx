import { say, whisper } from "../../participant/voice";
import { IconButton } from "../../ui/button";
import { t } from "../../words/words";
import type { Method, RowProps } from "./index";
import { Tick } from "./tick";
import { Titled } from "./titled";

const up = "M6 15l6-6 6 6";

/** Rank up to K: tapped in the order one wants them, and moved up one by one. */
export const rank: Method = {
	title: (k) => t("p.vote.rank", { k }),
	used: (vote, choice) => t("p.vote.ranked", { n: choice.length, k: vote.k }),
	Row,
	unit: (n) => t("p.result.points", { n }),
	mine: (choice, option) => {
		const place = choice.indexOf(option) + 1;
		return place ? t("p.result.mine_rank", { n: place }) : "";
	},
};

function Row({ vote, option, choice, set }: RowProps) {
	const place = choice.indexOf(option.id) + 1;
	const tap = () => {
		if (place) return set(choice.filter((x) => x !== option.id));
		if (choice.length >= vote.k) return say(t("p.vote.spent_rank"));
		set([...choice, option.id]);
		whisper(t("p.vote.placed", { n: choice.length + 1 }));
	};
	const raise = () => {
		const next = [...choice];
		next.splice(place - 1, 1);
		next.splice(place - 2, 0, option.id);
		set(next);
		whisper(t("p.vote.placed", { n: place - 1 }));
	};
	return (
		<div class="ranked">
			<Tick on={place > 0} tap={tap}>
				<span class="n">{option.n}</span>
				<Titled of={option} lang={vote.second} />
				<span class="mark">
					{place ? (
						<>
							<span class="vh">{t("p.vote.placed", { n: place })}</span>
							<span aria-hidden="true">{place}.</span>
						</>
					) : null}
				</span>
			</Tick>
			{place > 1 ? <IconButton icon={up} label={t("p.vote.raise", { title: option.title })} onClick={raise} /> : null}
		</div>
	);
}

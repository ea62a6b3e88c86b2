import { t } from "../../words/words";
import type { Method, RowProps } from "./index";
import { Scale } from "./scale";
import { word } from "./word";

/** Score: each option gets 0 to K. */
export const score: Method = {
	title: (k) => t("p.vote.score", { k }),
	used: (vote, choice) => t("p.vote.answered", { n: choice.length, of: vote.options.length }),
	Row,
	unit: (n) => t("p.result.points", { n }),
	mine: (choice, option) => {
		const said = word(choice, option);
		return said && said !== "0" ? t("p.result.mine_points", { n: Number(said) }) : "";
	},
};

function Row({ vote, ...props }: RowProps) {
	const words = Array.from({ length: vote.k + 1 }, (_, n) => [String(n), String(n)] as const);
	return <Scale lang={vote.second} {...props} words={words} name={vote.id} />;
}

import { t } from "../../words/words";
import type { Method, RowProps } from "./index";
import { Scale } from "./scale";
import { word } from "./word";

/** Yes, no or abstain to each option. */
export const yesno: Method = {
	title: () => t("p.vote.yesno"),
	used: (vote, choice) => t("p.vote.answered", { n: choice.length, of: vote.options.length }),
	Row,
	unit: () => t("p.result.yes"),
	mine: (choice, option) => {
		const said = word(choice, option);
		return said === "ja" ? t("p.result.mine_yes") : said === "nei" ? t("p.result.mine_no") : "";
	},
};

function Row({ vote, ...props }: RowProps) {
	const words = [
		["ja", t("p.yes")],
		["nei", t("p.no")],
		["avstar", t("p.vote.abstain")],
	] as const;
	return <Scale lang={vote.second} {...props} words={words} name={vote.id} />;
}

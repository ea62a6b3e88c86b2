import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { people } from "../ui/icons";
import { t } from "../words/words";

/** Both shows what two people wrote in the same place at once, and lets the one who came last choose. */
export function Both({
	theirs,
	mine,
	keep,
	take,
}: {
	theirs: string;
	mine: string;
	keep: () => void;
	take: () => void;
}) {
	return (
		<section class="both" aria-label={t("follow.both.title")}>
			<p class="line" role="alert">
				<Icon d={people} />
				<b>{t("follow.both.title")}</b>
			</p>
			<dl>
				<div>
					<dt>{t("follow.both.theirs")}</dt>
					<dd dir="auto">{theirs || t("follow.both.empty")}</dd>
				</div>
				<div>
					<dt>{t("follow.both.mine")}</dt>
					<dd dir="auto">{mine || t("follow.both.empty")}</dd>
				</div>
			</dl>
			<div class="row wrap">
				<Button variant="paper" small onClick={take}>
					{t("follow.both.take")}
				</Button>
				<Button variant="paper" small onClick={keep}>
					{t("follow.both.keep")}
				</Button>
			</div>
		</section>
	);
}

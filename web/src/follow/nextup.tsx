import { t } from "../words/words";
import { dated, type Given } from "./given";
import type { Row } from "./rows";

/**
 * NextUp is what comes now, called by its name so that nobody takes it for the status: the step, or of
 * what is in place how long it lasts and what happens afterwards. Of what was dropped nothing comes.
 */
export function NextUp({ r, cal }: Pick<Given, "cal"> & { r: Row }) {
	const says = upcoming(r, cal);
	return says ? (
		<span class="muted small" dir="auto">
			{says}
		</span>
	) : null;
}

/** ahead is the first milestone that is not reached; without any milestones, the step agreed on in the evening, by that name. */
function ahead({ care, first }: Row, cal: Given["cal"]): string {
	if (!care.milestones.length) return first ? t("follow.row.first", { first }) : "";
	const left = care.milestones.filter((x) => !x.done);
	const [x] = left.sort((a, b) => ((a.date || "9") < (b.date || "9") ? -1 : 1));
	if (!x) return "";
	return t("follow.row.next", { first: x.date ? `${x.title} (${cal.say(x.date)})` : x.title });
}

export function upcoming(r: Row, cal: Given["cal"]): string {
	const { care } = r;
	if (care.status === "lagt-bort") return "";
	if (care.status !== "pa-plass") return ahead(r, cal);
	const lasts = care.lasts ? t("follow.row.lasts", { day: dated(care.lasts) ? cal.say(care.lasts) : care.lasts }) : "";
	const after = care.after ? t("follow.row.after", { after: care.after }) : lasts ? t("follow.row.after_none") : "";
	return [lasts, after].filter(Boolean).join(". ");
}

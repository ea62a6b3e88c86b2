import type { Meeting } from "../state/meeting";
import { ButtonLink } from "../ui/button";
import { t } from "../words/words";
import { FollowUp } from "./followup";
import { Report } from "./report";

/** After the end: what is left to fill in, and the report to take home. */
export function Thanks({ m }: { m: Meeting }) {
	const measures = m.store.list("measures", (x) => x.order);
	const open = measures.filter((x) => !x.responsible && !x.followUp).length;
	return (
		<div class="stack">
			<p class="lead">{open ? t("lead.thanks_open", { n: open }) : t("lead.thanks")}</p>
			{open ? (
				<div>
					<ButtonLink href="#measures">{t("lead.desk_measures")}</ButtonLink>
				</div>
			) : null}
			<section class="box stack" aria-labelledby="minutes">
				<h2 id="minutes">{t("lead.report")}</h2>
				<Report m={m} />
			</section>
			<FollowUp m={m} />
		</div>
	);
}

import type { Meeting } from "../state/meeting";
import { ButtonLink } from "../ui/button";
import { download } from "../ui/icons";
import { t } from "../words/words";

/** After the end: take the record home, and what is left to fill in. */
export function Thanks({ m }: { m: Meeting }) {
	const measures = m.store.list("measures", (x) => x.order);
	const open = measures.filter((x) => !x.responsible && !x.followUp).length;
	return (
		<div class="stack">
			<p class="lead">{open ? t("lead.thanks_open", { n: open }) : t("lead.thanks")}</p>
			<div class="row wrap">
				<Exports room={m.room} />
				{open ? <ButtonLink href="#measures">{t("lead.desk_measures")}</ButtonLink> : null}
			</div>
		</div>
	);
}

/** The record as a table and as data, without people and without ballots. */
export function Exports({ room }: { room: string }) {
	return (
		<>
			<ButtonLink variant="paper" icon={download} href={`/api/rooms/${room}/export.csv`} download>
				{t("lead.about.csv")}
			</ButtonLink>
			<ButtonLink variant="paper" icon={download} href={`/api/rooms/${room}/export.json`} download>
				{t("lead.about.json")}
			</ButtonLink>
		</>
	);
}

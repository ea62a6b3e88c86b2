import { ButtonLink } from "../ui/button";
import { pen } from "../ui/icons";
import { t } from "../words/words";
import { toPage } from "./address";
import type { Given } from "./given";

/** CardOf is *Hvem ringer jeg?* as everybody reads it, or that there is none yet. */
export function CardOf({ m }: Given) {
	const contact = m.store.one("contact");
	if (!contact?.who) {
		return (
			<section class="box stack-s" aria-labelledby="who">
				<h2 id="who">{t("svar.contact")}</h2>
				<p>{t("follow.contact_none")}</p>
				<ButtonLink variant="paper" small icon={pen} href={toPage("answer")}>
					{t("follow.contact_write")}
				</ButtonLink>
			</section>
		);
	}
	return (
		<section class="card" data-colour="blue" aria-labelledby="who">
			<div class="card-body">
				<p class="small">
					<b>{t("svar.contact")}</b>
				</p>
				<h2 id="who" dir="auto">
					{contact.who}
				</h2>
				<p dir="auto">{[contact.phone, contact.mail].filter(Boolean).join(" · ")}</p>
				{contact.hours ? <p dir="auto">{contact.hours}</p> : null}
			</div>
		</section>
	);
}

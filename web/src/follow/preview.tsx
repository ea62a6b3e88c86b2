import { allAnswerPart } from "../gen/protocol";
import { ButtonLink } from "../ui/button";
import { phone } from "../ui/icons";
import { t } from "../words/words";
import type { Given } from "./given";
import { rows } from "./rows";
import { StatusChip } from "./status";

/** Preview is the page as it will be read, made from the draft. The page itself is one press away. */
export function Preview({ m, cal, lang }: Given & { lang: string }) {
	const answer = m.store.one("answer");
	const contact = m.store.one("contact");
	const draft = answer?.drafts[lang];
	return (
		<section class="box stack preview" aria-labelledby="preview">
			<div class="row wrap">
				<h2 id="preview">{t("follow.answer.preview")}</h2>
				<span class="push" />
				<ButtonLink variant="tertiary" small icon={phone} href={`/svar/${m.room}`} target="_blank">
					{t("follow.answer.open")}
				</ButtonLink>
			</div>
			<div class="paper stack-s">
				<p class="small muted" dir="auto">
					{m.store.one("meeting")?.title}
				</p>
				<h3>{t("svar.title")}</h3>
				{draft?.does ? (
					<dl class="ans" lang={lang}>
						{allAnswerPart.map((part) =>
							draft[part] ? (
								<div key={part}>
									<dt>{t(`svar.${part}`)}</dt>
									<dd dir="auto">{draft[part]}</dd>
								</div>
							) : null,
						)}
					</dl>
				) : (
					<p>{answer?.promised ? t("svar.comes", { day: cal.say(answer.promised) }) : t("svar.open")}</p>
				)}
				{contact?.who ? (
					<div class="card" data-colour="blue">
						<div class="card-body">
							<p class="small">{t("svar.contact")}</p>
							<p>
								<b dir="auto">{contact.who}</b>
							</p>
							<p dir="auto">{[contact.phone, contact.mail, contact.hours].filter(Boolean).join(" · ")}</p>
						</div>
					</div>
				) : null}
				<h4>{t("svar.measures")}</h4>
				<ul class="said">
					{rows(m).map((r) => (
						<li key={r.id}>
							<span dir="auto">{r.title}</span>
							<StatusChip of={r.status} />
						</li>
					))}
				</ul>
			</div>
		</section>
	);
}

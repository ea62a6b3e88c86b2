import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, mail as mailIcon, trash } from "../ui/icons";
import { t } from "../words/words";
import { useLetters } from "./letters";
import { MailField } from "./mailfield";

/** OwnMail is one's own address: for reminders, and to find back when the link is lost. Nothing comes before the question in the first letter is answered. */
export function OwnMail({ m, why, quiet }: { m: Meeting; why: string; quiet?: boolean }) {
	const state = m.me.value?.mail ?? "";
	const { on } = useLetters(m, state);
	if (!on) return quiet ? null : <p class="muted small">{t("lead.mail.off")}</p>;
	return (
		<section class="box stack-s" aria-labelledby="own-mail">
			<h2 id="own-mail">{t("lead.mail.title")}</h2>
			<p class="muted">{why}</p>
			{state ? (
				<>
					<p class="line" role="status">
						<Icon d={state === "confirmed" ? check : mailIcon} />
						<span>{t(state === "confirmed" ? "lead.mail.confirmed" : "lead.mail.left")}</span>
					</p>
					<div>
						<Button
							variant="tertiary"
							small
							icon={trash}
							onClick={() => m.send("address.leave", { measure: "", mail: "" })}
						>
							{t("lead.mail.drop")}
						</Button>
					</div>
				</>
			) : (
				<MailField
					label={t("lead.mail.label")}
					yes={t("lead.mail.leave")}
					onYes={(mail) => m.send("address.leave", { measure: "", mail })}
				/>
			)}
		</section>
	);
}

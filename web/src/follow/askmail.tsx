import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { mail as mailIcon, trash, warning } from "../ui/icons";
import { refused, t } from "../words/words";
import type { Given } from "./given";
import { useLetters } from "./letters";
import { MailField } from "./mailfield";
import type { Row } from "./rows";

/** AskMail asks whoever is responsible how it is, by mail. Where none is sent, it is not there: the texts below are for copying. */
export function AskMail({ r, m, cal }: Given & { r: Row }) {
	const { on } = useLetters(m, r.care.asked);
	if (!on || !r.responsible) return null;
	const lost = m.store
		.list("tasks", (x) => x.at)
		.some((x) => x.kind === "mail_failed" && x.measure === r.id && !x.done);
	const send = async () => {
		const said = await api.askStatus(m.room, r.id, m.surface);
		say(said.ok ? t("follow.ask.sent", { who: r.responsible }) : refused(said.code));
	};
	if (!r.care.mail) {
		return (
			<MailField
				label={t("follow.ask.label", { who: r.responsible })}
				hint={t("follow.ask.hint")}
				yes={t("follow.ask.keep")}
				onYes={(mail) => m.send("address.leave", { measure: r.id, mail })}
			/>
		);
	}
	return (
		<div class="stack-s">
			{r.care.asked ? (
				<p class="line">
					<Icon d={lost ? warning : mailIcon} />
					<span>{t(lost ? "follow.ask.lost" : "follow.ask.asked", { day: cal.on(r.care.asked) })}</span>
				</p>
			) : null}
			<div class="row wrap">
				<Button variant="secondary" small icon={mailIcon} onClick={() => void send()}>
					{t("follow.ask.send", { who: r.responsible })}
				</Button>
				<Button
					variant="tertiary"
					small
					icon={trash}
					onClick={() => m.send("address.leave", { measure: r.id, mail: "" })}
				>
					{t("follow.ask.drop")}
				</Button>
			</div>
		</div>
	);
}

import { useState } from "preact/hooks";
import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { mail, people } from "../ui/icons";
import { refused, t } from "../words/words";
import { Copy } from "./copy";
import { Fold } from "./fold";
import type { Given } from "./given";
import { useLetters } from "./letters";

/** Spread is how the answer reaches people: a link that can be sent, a text for the kommune's own page, and those who asked. */
export function Spread({ m }: Given) {
	const [mails, setMails] = useState<string[] | undefined>(undefined);
	const answer = m.store.one("answer");
	const about = m.store.one("meeting");
	const { on, letters } = useLetters(m, answer?.versions.length);
	if (!answer || !about) return null;
	const last = String(answer.versions.length);
	const count = (state: string) =>
		letters.find((l) => l.purpose === "answer" && l.about === last && l.state === state)?.n ?? 0;
	const sent = count("sent");
	const lost = count("failed");
	const url = new URL(`/svar/${m.room}`, location.href).href;
	const text = answer.versions.filter((v) => !v.redacted).at(-1)?.texts[about.lang];
	const fetchMails = async () => {
		const said = await api.subscribers(m.room);
		if (said.ok) setMails(said.body.mails);
		else say(refused(said.code));
	};
	return (
		<Fold id="spread" title={t("follow.spread")}>
			<Copy label={t("follow.spread.link")} text={url} ltr />
			{text ? (
				<Copy
					label={t("follow.spread.text")}
					rows={5}
					text={[about.title, text.does, text.not, text.next, url].filter(Boolean).join("\n\n")}
				/>
			) : null}
			<p>{t("follow.spread.asked", { n: answer.subscribers })}</p>
			{on ? (
				<p class="line" role="status">
					<Icon d={mail} />
					<span>
						{t("follow.spread.by_mail", { n: answer.confirmed })} {sent ? t("follow.spread.sent", { n: sent }) : ""}{" "}
						{lost ? t("follow.spread.lost", { n: lost }) : ""}
					</span>
				</p>
			) : null}
			{mails?.length ? (
				<Copy label={t("follow.spread.mails")} text={mails.join("; ")} ltr />
			) : answer.subscribers ? (
				<Button variant="paper" small icon={people} onClick={() => void fetchMails()}>
					{t("follow.spread.fetch")}
				</Button>
			) : null}
		</Fold>
	);
}

import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, download, link } from "../ui/icons";
import { eye } from "../ui/lateicons";
import { byDay } from "../words/dates";
import { t } from "../words/words";
import { Ask } from "./ask";
import { Field } from "./field";

/** Letter is the message to those who decide: whom it is for, when they are to answer, what it says. Then it is shared, once. */
export function Letter({ m }: { m: Meeting }) {
	const [asking, ask] = useState(false);
	const about = m.store.one("meeting");
	const letter = m.store.one("letter");
	const youth = m.store.one("youth");
	if (!about || !youth) return null;
	if (youth.published) return <Shared m={m} />;
	const missing = [
		about.decides ? "" : t("lead.young.to"),
		about.answerBy ? "" : t("lead.young.by"),
		letter?.text ? "" : t("lead.letter.text"),
	].filter(Boolean);
	return (
		<section class="box stack-s" aria-labelledby="letter">
			<h2 id="letter">{t("lead.letter")}</h2>
			<Field
				label={t("lead.young.to")}
				hint={t("lead.young.to_hint")}
				value={about.decides}
				max={limits.name}
				save={(decides) => m.send("meeting.describe", { decides }, "describe/decides")}
			/>
			<Field
				label={t("lead.young.by")}
				type="date"
				value={about.answerBy}
				save={(answerBy) => m.send("meeting.describe", { answerBy }, "describe/answerBy")}
			/>
			<Field
				label={t("lead.letter.text")}
				type="long"
				rows={6}
				hint={t("lead.letter.hint", { n: limits.letter })}
				value={letter?.text ?? ""}
				max={limits.letter}
				save={(text) => m.send("letter.write", { text, seen: letter?.seen ?? 0 }, "letter")}
			/>
			{missing.length ? (
				<p class="small muted">{t("lead.letter.missing", { what: missing.join(", ") })}</p>
			) : (
				<Button variant="primary" icon={eye} onClick={() => ask(true)}>
					{t("lead.letter.share")}
				</Button>
			)}
			{asking ? (
				<Ask
					title={t("lead.letter.ask")}
					yes={t("lead.letter.yes")}
					no={t("lead.letter.no")}
					stop
					onYes={() => m.send("youth.publish", {})}
					onClose={() => ask(false)}
				>
					<p>{t("lead.letter.ask_why")}</p>
					<p>
						<b>{t("lead.letter.ask_final")}</b>
					</p>
				</Ask>
			) : null}
		</section>
	);
}

/** Shared says what can be read now, where the answer comes, and gives the proposals as cards for the adults' dugnad. */
function Shared({ m }: { m: Meeting }) {
	const about = m.store.one("meeting");
	return (
		<section class="box stack-s" aria-labelledby="letter">
			<h2 id="letter" class="line">
				<Icon d={check} />
				{t("lead.letter.shared")}
			</h2>
			<p class="letter" dir="auto">
				{m.store.one("letter")?.text}
			</p>
			<p>{t("lead.letter.answer", { who: about?.decides ?? "", date: byDay(about?.answerBy ?? "") })}</p>
			<div class="row wrap">
				<ButtonLink variant="paper" icon={link} href={`/svar/${m.room}`}>
					{t("lead.letter.page")}
				</ButtonLink>
				<ButtonLink variant="paper" icon={download} href={`/api/rooms/${m.room}/innspill.json?surface=lead`}>
					{t("lead.young.cards")}
				</ButtonLink>
			</div>
		</section>
	);
}

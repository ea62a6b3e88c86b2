import { useState } from "preact/hooks";
import { spareSeconds } from "../gen/protocol";
import type { NewKey } from "../net/api";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { minutes } from "../ui/clock";
import { link } from "../ui/icons";
import { refused, t } from "../words/words";
import { KeySheet } from "./keysheet";
import { say } from "./voice";

/** AskSpare is the adult's way to get a young leader back when both their phones are dead: a question, a wait, and a link that opens once. */
export function AskSpare({ m, lost }: { m: Meeting; lost: boolean }) {
	const [made, show] = useState<NewKey | undefined>(undefined);
	const spare = m.store.one("spare");
	const ask = (text: string) => (
		<p>
			<Button variant="paper" icon={link} onClick={() => m.send("spare.ask", {})}>
				{text}
			</Button>
		</p>
	);
	const make = async () => {
		const answer = await api.rotate(m.room, "ung3");
		if (answer.ok) show(answer.body);
		else say(refused(answer.code));
	};
	if (!spare && !lost) return null;
	return (
		<section class="box stack-s" aria-labelledby="spare">
			<div class="stack-s" aria-live="polite">
				<h2 id="spare">{t(spare ? `lead.spare.${spare.stage}` : "lead.spare")}</h2>
				{spare?.stage === "asked" ? null : (
					<p>{t(spare ? `lead.spare.${spare.stage}_why` : "lead.spare.why", { n: spareSeconds / 60 })}</p>
				)}
			</div>
			{spare?.stage === "asked" ? <p class="num">{t("lead.spare.asked_why", { time: left(m, spare.until) })}</p> : null}
			{spare?.stage === "open" ? (
				<p>
					<Button variant="primary" icon={link} onClick={() => void make()}>
						{t("lead.spare.make")}
					</Button>
				</p>
			) : null}
			{!spare ? ask(t("lead.spare.ask")) : null}
			{spare?.stage === "made" || (spare?.stage === "kept" && lost) ? ask(t("lead.spare.again")) : null}
			{made ? (
				<KeySheet room={m.room} title={t("lead.spare.title")} keys={[made]} onClose={() => show(undefined)}>
					<p>{t("lead.spare.open_why")}</p>
				</KeySheet>
			) : null}
		</section>
	);
}

/** AnswerSpare asks the young leaders who are left. Whatever they do is a no as well. */
export function AnswerSpare({ m }: { m: Meeting }) {
	const spare = m.store.one("spare");
	if (!spare || spare.stage === "kept") return null;
	const asked = spare.stage === "asked";
	const answer = (yes: boolean) => m.send("spare.answer", { claim: spare.claim, yes });
	return (
		<section class="practice" aria-label={t("lead.spare.told")}>
			<p role="alert">
				<b>{t("lead.spare.told")}</b>
			</p>
			<p class="num">{asked ? t("lead.spare.told_why", { time: left(m, spare.until) }) : t("lead.spare.told_open")}</p>
			<div class="row wrap">
				<Button small variant="paper" onClick={() => answer(false)}>
					{t("lead.spare.no")}
				</Button>
				{asked ? (
					<Button small variant="paper" onClick={() => answer(true)}>
						{t("lead.spare.yes")}
					</Button>
				) : null}
			</div>
		</section>
	);
}

const left = (m: Meeting, until: number) => minutes(until - m.clock.seconds.value);

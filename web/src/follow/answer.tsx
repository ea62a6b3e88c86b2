import { useState } from "preact/hooks";
import { type AnswerPart, allAnswerPart, limits } from "../gen/protocol";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, clock, mail, warning } from "../ui/icons";
import { languages, t } from "../words/words";
import { Ask } from "./ask";
import { between } from "./calendar";
import { ContactForm } from "./contactform";
import { Field } from "./field";
import type { Given } from "./given";
import { Listing } from "./listing";
import { Preview } from "./preview";
import { Spread } from "./spread";
import { Versions } from "./versions";

/** Answer is what becomes of the promise: the day it is due, what is written, and what those who were there will read. */
export function Answer(given: Given) {
	const { m } = given;
	const about = m.store.one("meeting");
	const answer = m.store.one("answer");
	const [lang, choose] = useState("");
	const [typed, typing] = useState<Record<string, string | undefined>>({});
	const [asking, ask] = useState(false);
	if (!about || !answer) return null;
	const open = lang || about.lang;
	const draft = answer.drafts[open] ?? { does: "", not: "", next: "" };
	const now = (part: AnswerPart) => typed[`${open}/${part}`] ?? draft[part];
	const words = allAnswerPart.map(now).join(" ").split(/\s+/).filter(Boolean).length;
	const ready = (answer.drafts[about.lang]?.does ?? "") !== "";
	return (
		<main class="follow-main">
			<div class="hero">
				<h1 tabIndex={-1}>{t("follow.page.answer")}</h1>
				<Promised {...given} />
			</div>
			<div class="answer-cols">
				<section class="box stack" aria-labelledby="write-answer">
					<h2 id="write-answer">{t("follow.answer.write")}</h2>
					<p class="muted">{t("follow.answer.why", { n: limits.answerWords })}</p>
					<fieldset class="langs">
						<legend class="vh">{t("common.language")}</legend>
						{spoken(about.lang).map((l) => (
							<label key={l.code}>
								<input type="radio" name="lang" checked={l.code === open} onChange={() => choose(l.code)} />
								<span lang={l.code}>{l.name}</span>
								{answer.drafts[l.code]?.does ? <Icon d={check} /> : null}
							</label>
						))}
					</fieldset>
					{allAnswerPart.map((part) => (
						<Field
							key={`${open}/${part}`}
							m={m}
							label={t(`svar.${part}`)}
							slot={`answer/${open}/${part}`}
							type="long"
							value={draft[part]}
							seen={answer.seen[`${open}/${part}`] ?? 0}
							typing={(text) => typing((was) => ({ ...was, [`${open}/${part}`]: text }))}
							save={(text, seen) => m.send("answer.write", { lang: open, part, text, seen }, `answer/${open}/${part}`)}
						/>
					))}
					<p class="line" role="status" data-over={words > limits.answerWords ? "" : undefined}>
						<Icon d={words > limits.answerWords ? warning : check} />
						<b class="num">{t("follow.words_n", { n: words, of: limits.answerWords })}</b>
					</p>
					<div class="row wrap">
						<Button variant="primary" icon={mail} onClick={() => ask(true)}>
							{t(answer.published ? "follow.answer.correct" : "follow.answer.publish")}
						</Button>
						{answer.published && !answer.unsaid ? (
							<span class="state" data-is="received">
								<Icon d={check} />
								{t("follow.answer.same")}
							</span>
						) : answer.published ? (
							<span>{t("follow.answer.unsaid")}</span>
						) : null}
					</div>
				</section>
				<Preview lang={open} {...given} />
				<div class="stack">
					<ContactForm {...given} />
					<Listing {...given} />
					<Spread {...given} />
					<Versions {...given} />
				</div>
			</div>
			{asking ? (
				ready && words <= limits.answerWords ? (
					<Ask
						title={t("follow.answer.publish_title")}
						yes={t("follow.answer.publish_yes")}
						onYes={() => m.send("answer.publish", {})}
						onClose={() => ask(false)}
					>
						<p>{t("follow.answer.publish_why", { n: answer.subscribers })}</p>
					</Ask>
				) : (
					<Ask
						title={t("follow.answer.not_ready")}
						yes={t("follow.answer.go_on")}
						onYes={() => undefined}
						onClose={() => ask(false)}
					>
						<p>
							{words > limits.answerWords
								? t("follow.answer.too_long", { n: words - limits.answerWords })
								: t("follow.answer.empty")}
						</p>
					</Ask>
				)
			) : null}
		</main>
	);
}

/** spoken is every language, the meeting's own first. */
const spoken = (first: string) =>
	[...languages.value].sort((a, b) => Number(b.code === first) - Number(a.code === first));

/** Promised is the day that was promised, how long it is, and the state of it. Moving it is seen by everybody. */
function Promised({ m, cal }: Given) {
	const answer = m.store.one("answer");
	const [moving, move] = useState(false);
	const [date, setDate] = useState("");
	if (!answer) return null;
	const left = answer.promised ? between(cal.today.value, answer.promised) : 0;
	return (
		<div class="promised">
			<p class="row wrap">
				{answer.published ? (
					<span class="chip" data-tone="ok">
						<Icon d={check} />
						{answer.versions.length > 1
							? t("follow.answer.corrected", { day: cal.on(answer.published), n: answer.versions.length })
							: t("follow.answer.published", { day: cal.on(answer.published) })}
					</span>
				) : !answer.promised ? (
					<span class="chip">{t("common.unclear")}</span>
				) : left < 0 ? (
					<span class="chip" data-tone="stop">
						<Icon d={warning} />
						{t("svar.late", { n: -left })}
					</span>
				) : (
					<span class="chip" data-tone={left <= 21 ? "look" : "go"}>
						<Icon d={clock} />
						{left ? t("follow.answer.left", { n: left }) : t("svar.today")}
					</span>
				)}
				<span>
					{answer.promised
						? t("follow.answer.promised", { day: cal.say(answer.promised) })
						: t("follow.answer.no_date")}
				</span>
				<Button
					variant="tertiary"
					small
					onClick={() => {
						setDate(answer.promised);
						move(true);
					}}
				>
					{t("follow.answer.move")}
				</Button>
			</p>
			{answer.first && answer.first !== answer.promised ? (
				<p class="small muted">{t("svar.moved", { day: cal.say(answer.first) })}</p>
			) : null}
			{moving ? (
				<Ask
					title={t("follow.answer.move")}
					yes={t("common.save")}
					onYes={() => date && m.send("answer.promise", { date }, "promise")}
					onClose={() => move(false)}
				>
					<div class="field">
						<label class="ds-label" for="promise">
							{t("common.answer")}
						</label>
						<p class="hint">{t("follow.answer.move_why")}</p>
						<input
							class="ds-input"
							id="promise"
							type="date"
							value={date}
							onInput={(e) => setDate(e.currentTarget.value)}
						/>
					</div>
				</Ask>
			) : null}
		</div>
	);
}

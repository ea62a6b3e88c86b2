import type { MoodView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, lock, phone } from "../ui/icons";
import { Spread } from "../ui/spread";
import { t } from "../words/words";
import { answer, own } from "./choice";
import type { PhaseProps } from "./index";
import { Scale } from "./methods/scale";
import { Question } from "./question";
import { shared } from "./shared";

/** Stemning asks how it is, on a few scales, and shows how the answers lie when whoever leads says so. */
export function Stemning({ m, step, unsent }: PhaseProps) {
	const mood = m.store.get("moods", step.id);
	const lang = m.store.one("meeting")?.second;
	return (
		<Screen
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={mood?.status === "open" && !shared(m) ? <Received m={m} mood={mood} /> : undefined}
		>
			{mood?.status === "counted" ? (
				<Spread of={mood} lang={lang} />
			) : mood?.status === "closed" ? (
				<p class="lead">{t("p.mood.closed")}</p>
			) : (
				<>
					{mood?.asks.includes(step.question) ? null : <Question step={step} />}
					{mood ? <Scales m={m} mood={mood} lang={lang} /> : null}
				</>
			)}
			{unsent}
		</Screen>
	);
}

function Scales({ m, mood, lang }: { m: Meeting; mood: MoodView; lang: string | undefined }) {
	const { choice } = own(m, `mood:${mood.step}`).value;
	if (shared(m)) return <p class="callout-box">{t("p.mood.shared")}</p>;
	const words = ["1", "2", "3", "4", "5"].map((n) => [n, n] as const);
	return (
		<>
			<p class="line small">
				<Icon d={lock} />
				<span>{t("p.mood.secret")}</span>
			</p>
			<p class="mood-ends small muted">
				<span>1 = {t("common.mood_low")}</span> <span>5 = {t("common.mood_high")}</span>
			</p>
			<div class="ballot">
				{mood.asks.map((title, i) => (
					<Scale
						key={title}
						option={{ id: String(i + 1), n: i + 1, title, ...(mood.also[i] ? { also: mood.also[i] } : {}) }}
						choice={choice}
						set={(next) => answer(m, mood.step, next)}
						words={words}
						name={mood.step}
						lang={lang}
					/>
				))}
			</div>
		</>
	);
}

function Received({ m, mood }: { m: Meeting; mood: MoodView }) {
	const flying = m.outbox.pending("mood.answer").some((c) => c.with.step === mood.step && !c.stored);
	if (own(m, `mood:${mood.step}`).value.choice.length === 0) return <p class="small muted">{t("p.mood.not_yet")}</p>;
	return (
		<p class="state small" data-is={flying ? "saved" : "received"}>
			<Icon d={flying ? phone : check} />
			{t(flying ? "p.mood.sending" : "p.mood.done")}
		</p>
	);
}

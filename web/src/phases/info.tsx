import { Facts } from "../participant/facts";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { calendar, flag } from "../ui/icons";
import { byDay } from "../words/dates";
import { t } from "../words/words";
import { Away } from "./away";
import type { PhaseProps } from "./index";

/** Info is listening: a short text, what the evening is for, and no need of a phone. */
export function Info({ m, step, unsent }: PhaseProps) {
	const meeting = m.store.one("meeting");
	return (
		<Screen title={step.title} beside={<StepTimer m={m} />}>
			{step.question ? (
				<p class="lead" dir="auto">
					{step.question}
				</p>
			) : null}
			<Away />
			{unsent}
			{meeting ? (
				<section class="box stack-s" aria-labelledby="today">
					<h2 id="today">{t("p.lobby.today")}</h2>
					<Facts
						rows={[
							[flag, t("common.decides"), meeting.decides || t("common.unclear")],
							[calendar, t("common.answer"), byDay(meeting.answerBy)],
						]}
					/>
				</section>
			) : null}
		</Screen>
	);
}

import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import type { PhaseProps } from "./index";
import { TablePicture } from "./picture";
import { BookBox, WallBox } from "./wall";

/** Pause says when it goes on, and with what. */
export function Pause({ m, step, unsent }: PhaseProps) {
	const ends = m.store.one("timer")?.ends ?? 0;
	const zone = m.store.one("meeting")?.zone ?? "";
	return (
		<Screen title={step.title} above={<TablePicture m={m} />} beside={<StepTimer m={m} />}>
			{ends ? <p class="lead">{t("p.pause.back", { time: clockAt(ends, zone) })}</p> : null}
			{step.next ? <p dir="auto">{t("p.pause.next", { title: step.next.title })}</p> : null}
			{unsent}
			<WallBox m={m} />
			<BookBox m={m} />
		</Screen>
	);
}

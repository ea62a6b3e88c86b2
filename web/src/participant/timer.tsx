import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { leftOf, running } from "../ui/clock";
import { Timer } from "../ui/timer";
import { t } from "../words/words";
import { whisper } from "./voice";

const marks = [5, 1, 0]; // minutes left at which it is said aloud

/** StepTimer shows the time left of the step. It closes nothing. */
export function StepTimer({ m }: { m: Meeting }) {
	const timer = m.store.one("timer");
	if (!running(timer)) return null;
	return <Running m={m} timer={timer} />;
}

function Running({ m, timer }: { m: Meeting; timer: { ends: number; left: number; total: number } }) {
	// The two clocks may be a breath apart: a step never has more left than it was given.
	const now = Math.max(m.clock.seconds.value, timer.ends - timer.total);
	const left = leftOf(timer, now);
	const before = useRef(left);
	useEffect(() => {
		const passed = marks.find((min) => before.current > min * 60_000 && left <= min * 60_000);
		before.current = left;
		if (passed !== undefined) whisper(passed ? t("common.minutes_left", { n: passed }) : t("common.over"));
	}, [left]);
	return (
		<Timer
			of={timer}
			now={now}
			text={(left) => t(timer.ends ? "common.left" : "common.paused", { left })}
			over={t("common.over")}
		/>
	);
}

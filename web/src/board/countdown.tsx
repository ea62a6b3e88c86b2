import type { Meeting } from "../state/meeting";
import { running } from "../ui/clock";
import { Clock } from "../ui/timer";
import { t } from "../words/words";

/** Countdown is the round table that empties. Where people write, the end is a sentence to finish, not a stop. */
export function Countdown({ meeting, writing }: { meeting: Meeting; writing?: boolean }) {
	const timer = meeting.store.one("timer");
	if (!running(timer)) return null;
	return (
		<Clock
			of={timer}
			now={meeting.clock.seconds.value}
			below={timer.ends ? t("board.left") : t("board.paused")}
			over={t(writing ? "board.write_out" : "board.time_out")}
		/>
	);
}

import type { Meeting } from "../state/meeting";
import { running } from "../ui/clock";
import { Clock } from "../ui/timer";
import { Two } from "./also";

/** Countdown is the round table that empties. Where people write, the end is a sentence to finish, not a stop. */
export function Countdown({ meeting, writing }: { meeting: Meeting; writing?: boolean }) {
	const timer = meeting.store.one("timer");
	if (!running(timer)) return null;
	return (
		<Clock
			of={timer}
			now={meeting.clock.seconds.value}
			below={<Two k={timer.ends ? "board.left" : "board.paused"} />}
			over={<Two k={writing ? "board.write_out" : "board.time_out"} />}
		/>
	);
}

import { timeIn } from "../state/moment";
import { clock } from "../words/clock";
import { also } from "../words/second";
import { Two } from "./also";
import { Countdown } from "./countdown";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

/** The break: how long, when we go on, and with what. */
export const Pause: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	const ends = meeting.store.one("timer")?.ends ?? 0;
	const time = timeIn(ends, meeting.store.one("meeting")?.zone ?? "");
	return (
		<main class="board-main rest">
			<section>
				<StepTitle meeting={meeting} />
				{ends ? (
					<p class="question">
						<Two k="board.pause_until" with={{ time: clock(time) }} other={{ time: clock(time, also) }} />
					</p>
				) : null}
				{step?.next ? (
					<p class="sub" dir="auto">
						<Two
							k="board.pause_next"
							with={{ title: step.next.title }}
							other={{ title: step.next.also || step.next.title }}
						/>
					</p>
				) : null}
			</section>
			<Countdown meeting={meeting} />
		</main>
	);
};

import { clock } from "../words/dates";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { Countdown } from "./countdown";
import type { View } from "./view";

/** The break: how long, when we go on, and with what. */
export const Pause: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	const ends = meeting.store.one("timer")?.ends ?? 0;
	return (
		<main class="board-main rest">
			<section>
				<h1 dir="auto">
					{step?.title}
					<Also text={step?.also} />
				</h1>
				{ends ? (
					<p class="question">
						<Two k="board.pause_until" with={{ time: clock(ends, meeting.store.one("meeting")?.zone ?? "") }} />
					</p>
				) : null}
				{step?.next ? (
					<p class="sub" dir="auto">
						{t("board.pause_next", { title: step.next.title })}
					</p>
				) : null}
			</section>
			<Countdown meeting={meeting} />
		</main>
	);
};

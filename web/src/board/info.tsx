import { Also } from "./also";
import { Countdown } from "./countdown";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

/** Info is somebody speaking: what about, in letters for the back row. The clock keeps to its corner. */
export const Info: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	return (
		<main class="board-main speak">
			<StepTitle meeting={meeting} />
			{step?.question ? (
				<p class="question" dir="auto" data-long={step.question.length > 110 ? "" : undefined}>
					{step.question}
					<Also text={step.alsoAsks} />
				</p>
			) : null}
			<Countdown meeting={meeting} />
		</main>
	);
};

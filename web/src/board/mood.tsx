import type { MoodView } from "../gen/protocol";
import { Icon } from "../ui/icon";
import { lock } from "../ui/icons";
import { Spread } from "../ui/spread";
import { Also, Two } from "./also";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

/** How it is: what is asked and how many have answered, and then how the answers lie. Nobody is told what anybody said. */
export const Mood: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	const mood = meeting.store.get("moods", step?.id ?? "");
	const title = <StepTitle meeting={meeting} />;
	if (mood?.status === "counted") {
		return (
			<main class="board-main mood" data-many={mood.asks.length > 2 ? "" : undefined}>
				{title}
				<Spread of={mood} lang={meeting.store.one("meeting")?.second} word={(k) => <Two k={k} />} />
			</main>
		);
	}
	return (
		<main class="board-main vote">
			<section>
				{title}
				<ol class="options" data-few="">
					{mood?.asks.map((ask, i) => (
						<li key={ask}>
							<span class="n">{i + 1}</span>
							<span dir="auto">
								{ask}
								<Also text={mood.also[i]} />
							</span>
						</li>
					))}
				</ol>
			</section>
			<section class="count">
				<p class="kind">
					<Icon d={lock} />
					<span>
						<Two k="board.mood_secret" />
					</span>
				</p>
				{mood ? <Cast of={mood} /> : null}
				<p class="calm">
					<Two k={mood?.status === "closed" ? "p.mood.closed" : "board.mood_calm"} />
				</p>
			</section>
		</main>
	);
};

function Cast({ of: { cast, of } }: { of: MoodView }) {
	return (
		<p class="cast">
			<b class="num">{cast}</b>{" "}
			<span>
				<Two k="board.mood_answered" with={{ of }} />
			</span>
		</p>
	);
}

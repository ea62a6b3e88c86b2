import { Two } from "./also";
import { Hand } from "./hand";
import { Task } from "./task";
import type { View } from "./view";
import { drawn, Working } from "./working";

/** Round the table: three things to do, the clock, and how far the tables have come. Never what they have written. */
export const Round: View = ({ meeting }) => (
	<Task meeting={meeting} writing steps={["board.round_1", "board.round_2", "board.round_3"]}>
		<Working meeting={meeting} />
	</Task>
);

/** A card is chosen: which tables have one, and which. What is taken shows the others where to look. */
export const Choosing: View = ({ meeting }) => {
	const groups = meeting.store.list("groups", (g) => g.n);
	const taken = groups.filter((g) => g.card).length;
	return (
		<Task meeting={meeting} steps={["board.card_1", "board.card_2", "board.card_3"]}>
			{groups.length > drawn ? (
				<p class="big-line">
					<Two k="board.cards_of" with={{ n: taken, of: groups.length }} />
				</p>
			) : (
				<Hand groups={groups} cards={meeting.store.all("cards")} />
			)}
		</Task>
	);
};

/** Talking about the card: who holds which, and the clock. */
export const Talking: View = ({ meeting }) => (
	<Task meeting={meeting} steps={["board.talk_1", "board.talk_2", "board.talk_3"]}>
		<Working meeting={meeting} />
	</Task>
);

/** The table's measures: one to three, each with who and the first step. */
export const Planning: View = ({ meeting }) => (
	<Task meeting={meeting} writing steps={["board.plan_1", "board.plan_2", "board.plan_3"]}>
		<Working meeting={meeting} />
	</Task>
);

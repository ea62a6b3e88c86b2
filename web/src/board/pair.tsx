import { clock, pen, people } from "../ui/icons";
import { Hints, Task } from "./task";
import type { View } from "./view";

/** Two and two: the question, the clock, and how to share the time. */
export const Pair: View = ({ meeting }) => (
	<Task meeting={meeting} asks>
		<Hints
			of={[
				[people, "board.pair_1"],
				[clock, "board.pair_2"],
				[pen, "board.pair_3"],
			]}
		/>
	</Task>
);

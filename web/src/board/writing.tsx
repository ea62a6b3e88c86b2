import { lock, pen, phone } from "../ui/icons";
import { Hints, Task } from "./task";
import type { View } from "./view";

/** Writing alone: the question, the clock, and what makes it safe to write. Nothing moves. */
export const Writing: View = ({ meeting }) => (
	<Task meeting={meeting} asks writing>
		<Hints
			of={[
				[phone, "board.alone_1"],
				[lock, "board.alone_2"],
				[pen, "board.alone_3"],
			]}
		/>
	</Task>
);

import { Tables } from "./lobby";
import { Task } from "./task";
import type { View } from "./view";

const drawn = 20;

/** Getting to know each other: what to ask at the table, and the tables with their people. Nobody has a name. */
export const Seated: View = ({ meeting }) => {
	const groups = meeting.store.list("groups", (g) => g.n);
	return (
		<Task meeting={meeting} steps={["board.meet_1", "board.meet_2", "board.meet_3"]}>
			{groups.length > 0 && groups.length <= drawn ? (
				<div class="tables">
					<Tables groups={groups} />
				</div>
			) : null}
		</Task>
	);
};

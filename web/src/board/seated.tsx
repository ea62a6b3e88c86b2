import { Tables } from "./lobby";
import { Task } from "./task";
import type { View } from "./view";
import { Wall } from "./wall";

const drawn = 20;

/** Getting to know each other: what to ask at the table, and the tables with their people, until something hangs on the wall. Nobody has a name. Where people stand, the question is all. */
export const Seated: View = (shown) => {
	const { meeting } = shown;
	const groups = meeting.store.list("groups", (g) => g.n);
	if (meeting.store.all("posters").size > 0) return <Wall {...shown} />;
	if (meeting.store.one("step")?.standing) return <Task meeting={meeting} asks />;
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

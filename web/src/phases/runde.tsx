import { TableCard } from "./card";
import type { PhaseProps } from "./index";
import { Question } from "./question";
import { TableWork } from "./tablework";

/** Runde is around the table, one after the other. */
export function Runde(props: PhaseProps) {
	return (
		<TableWork {...props}>
			<Question step={props.step} />
			<TableCard m={props.m} folded={props.m.me.value?.scribe ?? false} />
		</TableWork>
	);
}

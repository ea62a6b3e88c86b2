import { TableCard } from "./card";
import type { PhaseProps } from "./index";
import { Question } from "./question";
import { TableWork } from "./tablework";

/** Samtale is talking about the card on the table; the list grows under it. */
export function Samtale(props: PhaseProps) {
	const { m, step } = props;
	return (
		<TableWork {...props}>
			<Question step={step} />
			<TableCard m={m} />
		</TableWork>
	);
}

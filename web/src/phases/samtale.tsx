import { CardStrip } from "./card";
import type { PhaseProps } from "./index";
import { Question } from "./question";
import { TableWork } from "./tablework";

/** Samtale is talking about the card on the table; the list grows under it. */
export function Samtale(props: PhaseProps) {
	const { m, step } = props;
	const group = m.store.get("groups", m.me.value?.group ?? 0);
	const card = group?.card ? m.store.get("cards", group.card) : undefined;
	return (
		<TableWork {...props}>
			<Question step={step} />
			{card ? <CardStrip card={card} /> : null}
		</TableWork>
	);
}

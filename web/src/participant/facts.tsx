import { Icon } from "../ui/icon";

export type Fact = [icon: string, question: string, answer: string];

/** Facts is a list of icon, question and answer. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
	return (
		<dl class="facts">
			{rows.map(([icon, question, answer]) => (
				<div key={question}>
					<Icon d={icon} />
					<dt>{question}</dt>
					<dd dir="auto">{answer}</dd>
				</div>
			))}
		</dl>
	);
}

import { Icon } from "../ui/icon";

/** Facts is a list of icon, question and answer. */
export function Facts({ rows }: { rows: readonly [icon: string, question: string, answer: string][] }) {
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

/** Question is what the step asks, if it asks anything. */
export function Question({ step }: { step: { question?: string | undefined } }) {
	return step.question ? (
		<p class="strip" dir="auto">
			{step.question}
		</p>
	) : null;
}

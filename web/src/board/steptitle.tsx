import type { Meeting } from "../state/meeting";
import { Also } from "./also";

/** StepTitle is the heading of a step, as whoever planned it wrote it in each language. */
export function StepTitle({ meeting }: { meeting: Meeting }) {
	const step = meeting.store.one("step");
	return (
		<h1 dir="auto">
			{step?.title}
			<Also text={step?.also} />
		</h1>
	);
}

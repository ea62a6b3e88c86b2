import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Goodbye, SendGoodbye } from "./goodbye";
import type { PhaseProps } from "./index";
import { Question } from "./question";

/** Avrunding is three questions on the way out, each of which may be passed over. */
export function Avrunding({ m, step, unsent }: PhaseProps) {
	return (
		<Screen title={step.title} beside={<StepTimer m={m} />} foot={<SendGoodbye m={m} first />}>
			<Question step={step} />
			{unsent}
			<Goodbye m={m} />
		</Screen>
	);
}

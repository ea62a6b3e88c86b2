import type { FunctionComponent, VNode } from "preact";
import type { PhaseKind, StepView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Ansvarlig } from "./ansvarlig";
import { Avstemning } from "./avstemning";
import { Lobby } from "./lobby";
import { Resultat } from "./resultat";
import { Runde } from "./runde";
import { Sammenslaing } from "./sammenslaing";
import { Stille } from "./stille";

/** What a phone shows in a step: the meeting, the step, and what this person has not got sent. */
export interface PhaseProps {
	m: Meeting;
	step: StepView;
	unsent: VNode;
}

/** One screen for each kind of step; the compiler counts them. */
export const phases: Record<PhaseKind, FunctionComponent<PhaseProps>> = {
	lobby: Lobby,
	stille: Stille,
	runde: Runde,
	sammenslaing: Sammenslaing,
	avstemning: Avstemning,
	resultat: Resultat,
	ansvarlig: Ansvarlig,
};

import type { FunctionComponent, VNode } from "preact";
import type { PhaseKind, StepView } from "../gen/protocol";
import { late } from "../participant/coming";
import { Part } from "../participant/part";
import type { Meeting } from "../state/meeting";
import { Info } from "./info";
import { Lobby } from "./lobby";
import { atTable } from "./together";

/** What a phone shows in a step: the meeting, the step, and what this person has not got sent. */
export interface PhaseProps {
	m: Meeting;
	step: StepView;
	unsent: VNode;
}

type Phase = FunctionComponent<PhaseProps>;

/** Where a kind of step is: in what the phone got first, or in a part that comes while people find their seats. */
interface Kind {
	Screen: Phase;
	part?: Part<unknown>;
}

const greeting = new Part("meeting", () => import("./meeting"));
const writing = new Part("writing", () => import("./writing"));
const planning = new Part("planning", () => import("./planning"));
const cards = new Part("cards", () => import("./cards"));
const plenary = new Part("plenary", () => import("./plenary"));
const voting = new Part("voting", () => import("./voting"));
/** Whoever says in another language what is said here sees the meeting with other eyes. */
export const interpreting = new Part("interpreting", () => import("./interpreting"));
export const beside = new Part("beside", () => import("../participant/beside"));
export const closing = new Part("closing", () => import("./closing"));

/** One screen for each kind of step; the compiler counts them. */
export const phases: Record<PhaseKind, Kind> = {
	lobby: { Screen: Lobby },
	info: { Screen: Info },
	bli_kjent: of(greeting, (p) => p.BliKjent),
	stemning: of(voting, (p) => p.Stemning),
	stille: of(writing, (p) => p.Stille),
	par: of(writing, (p) => p.Par),
	runde: of(writing, (p) => p.Runde),
	velg_kort: of(cards, (p) => p.VelgKort),
	samtale: of(writing, (p) => p.Samtale),
	tiltak: of(planning, (p) => p.Tiltak),
	pause: of(greeting, (p) => p.Pause),
	plenum: of(plenary, (p) => p.Plenum),
	sammenslaing: of(plenary, (p) => p.Sammenslaing),
	avstemning: of(voting, (p) => p.Avstemning),
	resultat: of(voting, (p) => p.Resultat),
	ansvarlig: of(closing, (p) => p.Ansvarlig),
	avrunding: of(closing, (p) => p.Avrunding),
};

function of<T>(part: Part<T>, pick: (part: T) => Phase): Kind {
	return { part, Screen: late(part, pick, ({ step }) => ({ title: step.title, question: step.question })) };
}

/** fetchAhead brings the parts of the kinds of step to come, the nearest first, one at a time. */
export async function fetchAhead(kinds: readonly PhaseKind[]): Promise<void> {
	await beside.fetch();
	for (const kind of kinds) await phases[kind]?.part?.fetch();
	await atTable.fetch();
	await closing.fetch();
}

import type { JSX } from "preact";
import type { PhaseKind, StepView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { ButtonLink } from "../ui/button";
import { next } from "../ui/icons";
import { t } from "../words/words";
import type { Where } from "./address";
import { Agenda } from "./agenda";
import { Cards } from "./cards";
import { Clock } from "./clock";
import { Goodbyes } from "./goodbyes";
import { JoinBox } from "./join";
import { Mood } from "./mood";
import { Posters } from "./posters";
import { Report } from "./practice";
import { Script } from "./script";
import { Showing } from "./showing";
import { Others, Slides, slidesOf } from "./slides";
import { spoken } from "./spoken";
import { Tables } from "./tables";
import { deskOf } from "./tabs";
import { Telling } from "./telling";
import { Thanks } from "./thanks";

/** What is worked on here, since it is done while one talks. */
const heres: Partial<Record<PhaseKind, (given: { m: Meeting }) => JSX.Element | null>> = {
	stemning: Mood,
	velg_kort: Cards,
	samtale: Cards,
	plenum: Telling,
	avrunding: Goodbyes,
};

/** When people hang up what they can and need. What to say comes first. */
const meets: readonly PhaseKind[] = ["bli_kjent", "pause"];

/** When the proposals can be put on the board one by one, and the way to them. */
const shows: readonly PhaseKind[] = ["sammenslaing", "avstemning", "resultat", "ansvarlig", "avrunding"];

/** Run is the evening: the plan, what to say and do now, and how the tables are doing. */
export function Run({ m, where }: { m: Meeting; where: Where }) {
	const step = m.store.one("step");
	const script = m.store.one("script");
	const about = m.store.one("meeting");
	const desk = deskOf(step?.kind);
	const Here = about?.status === "ended" ? Goodbyes : step ? heres[step.kind] : undefined;
	// In plenum one presses all the time; elsewhere what to say is read first, and the rest follows from it.
	const leads = step?.kind === "plenum" || about?.status === "ended";
	return (
		<main class="run">
			<Agenda m={m} />
			<section class="now" aria-labelledby="now">
				<div>
					<p class="muted">
						{step && step.index > 0 ? t("lead.part", { n: step.index, of: step.of }) : t("lead.before")}
					</p>
					<h1 id="now" tabIndex={-1} dir="auto">
						{about?.status === "ended" ? t("lead.ended") : step?.title || about?.title}
					</h1>
					{step?.question ? (
						<p class="strip" dir="auto">
							{step.question}
						</p>
					) : null}
				</div>
				{about?.status !== "ended" ? <Clock m={m} /> : about.practice ? <Report m={m} /> : <Thanks m={m} />}
				{desk !== "run" && about?.status !== "ended" ? (
					<ButtonLink href={`#${desk}`} icon={next}>
						{t(`lead.desk_${desk}` as "lead.desk_merge")}
					</ButtonLink>
				) : null}
				{Here && leads ? <Here m={m} /> : null}
				{step && shows.includes(step.kind) ? <Showing m={m} /> : null}
				{step?.kind === "lobby" && about?.status !== "ended" ? <JoinBox m={m} where={where} /> : null}
				{script && about?.status !== "ended" ? <Script of={spoken(m, script)} /> : null}
				{step && about?.status !== "ended" ? <OnScreen m={m} step={step} /> : null}
				{Here && !leads ? <Here m={m} /> : null}
				{step && meets.includes(step.kind) && about?.status !== "ended" ? <Posters m={m} /> : null}
			</section>
			<Tables m={m} where={where} />
		</main>
	);
}

/** OnScreen is the slides of a step where somebody speaks, and any of them whenever they are asked for. */
function OnScreen({ m, step }: { m: Meeting; step: StepView }) {
	if (step.kind === "info" || slidesOf(m, step.id).length) return <Slides m={m} step={step.id} />;
	const all = slidesOf(m);
	return all.length && step.kind !== "lobby" ? <Others m={m} list={all} /> : null;
}

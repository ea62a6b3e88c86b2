import type { JSX } from "preact";
import type { PhaseKind } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { leftOf, minutes, running, share } from "../ui/clock";
import { next, pause, play, plus } from "../ui/icons";
import { t } from "../words/words";
import type { Where } from "./address";
import { Agenda } from "./agenda";
import { Cards } from "./cards";
import { Goodbyes } from "./goodbyes";
import { JoinBox } from "./join";
import { Report } from "./practice";
import { Script } from "./script";
import { Showing } from "./showing";
import { spoken } from "./spoken";
import { Tables } from "./tables";
import { deskOf } from "./tabs";
import { Telling } from "./telling";
import { Thanks } from "./thanks";

/** What is worked on here, since it is done while one talks. */
const heres: Partial<Record<PhaseKind, (given: { m: Meeting }) => JSX.Element | null>> = {
	velg_kort: Cards,
	samtale: Cards,
	plenum: Telling,
	avrunding: Goodbyes,
};

/** When the proposals can be put on the board one by one, and the way to them. */
const shows: readonly PhaseKind[] = ["sammenslaing", "avstemning", "resultat", "ansvarlig", "avrunding"];

/** Run is the evening: the plan, what to say and do now, and how the tables are doing. */
export function Run({ m, where }: { m: Meeting; where: Where }) {
	const step = m.store.one("step");
	const script = m.store.one("script");
	const about = m.store.one("meeting");
	const desk = deskOf(step?.kind);
	const Here = about?.status === "ended" ? Goodbyes : step ? heres[step.kind] : undefined;
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
				{Here ? <Here m={m} /> : null}
				{step && shows.includes(step.kind) ? <Showing m={m} /> : null}
				{step?.kind === "lobby" && about?.status === "lobby" ? <JoinBox m={m} where={where} /> : null}
				{script && about?.status !== "ended" ? <Script of={spoken(m, script)} /> : null}
			</section>
			<Tables m={m} where={where} />
		</main>
	);
}

/** The large clock with its two buttons. At zero it counts what is over, and closes nothing. */
function Clock({ m }: { m: Meeting }) {
	const timer = m.store.one("timer");
	if (!running(timer)) return null;
	const now = m.clock.seconds.value;
	const left = leftOf(timer, now);
	return (
		<div class="big">
			<p class="timer" data-over={left <= 0 ? "" : undefined}>
				<svg viewBox="0 0 40 40" aria-hidden="true">
					<circle class="t-bg" cx="20" cy="20" r="18" />
					<circle class="t-left" cx="20" cy="20" r="8" pathLength={100} stroke-dasharray={`${share(timer, now)} 100`} />
				</svg>
				<span class="num">{left > 0 ? minutes(left) : t("lead.over_time", { time: minutes(-left) })}</span>
			</p>
			<div class="row wrap">
				<Button variant="paper" icon={plus} onClick={() => m.send("timer.add", { seconds: 60 })}>
					{t("lead.minute_more")}
				</Button>
				{timer.ends ? (
					<Button variant="paper" icon={pause} onClick={() => m.send("timer.pause", {})}>
						{t("lead.pause")}
					</Button>
				) : (
					<Button variant="paper" icon={play} onClick={() => m.send("timer.resume", {})}>
						{t("lead.resume")}
					</Button>
				)}
			</div>
		</div>
	);
}

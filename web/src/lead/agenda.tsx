import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { MeetingView, StepLine } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check, warning } from "../ui/icons";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { Late } from "./late";
import { OutBy } from "./outby";
import { StepDialog } from "./step";
import { outAt, paceOf, planOf } from "./times";

const minute = 60_000;

/** The run sheet: what has been, where we are, what is left and when. */
export function Agenda({ m }: { m: Meeting }) {
	const [open, setOpen] = useState<string | undefined>(undefined);
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const list = useRef<HTMLOListElement>(null);
	// A long evening's list is scrolled within itself, and the line we are on is kept in it with what comes next.
	useLayoutEffect(() => {
		const now = list.current?.querySelector<HTMLElement>("[aria-current]");
		if (list.current && now)
			list.current.scrollTop = now.offsetTop - list.current.offsetTop - list.current.clientHeight / 3;
	}, [step?.id]);
	if (!about || !step) return null;
	// Once a minute is often enough for a plan, and spares the list sixty drawings.
	const now = Math.floor(m.clock.seconds.value / minute) * minute;
	const plan = planOf(about, step, m.store.one("timer"), now);
	const out = outAt(about.outBy, about.zone, about.started);
	// A step that would not be over when the room must be empty is marked where it stands.
	const tooLate = (i: number, line: StepLine) => {
		const at = plan.moved[i] ?? plan.at[i];
		return out !== undefined && at !== undefined && i > step.index && at + line.minutes * paceOf(about) > out;
	};
	const chosen = about.agenda.find((l) => l.id === open);
	return (
		<section class="plan" aria-labelledby="plan">
			<h2 id="plan">{t("lead.plan")}</h2>
			<ol ref={list}>
				{about.agenda.map((line, i) => (
					<li key={line.id}>
						<button
							type="button"
							aria-current={i === step.index ? "step" : undefined}
							data-done={i < step.index ? "" : undefined}
							onClick={() => setOpen(line.id)}
						>
							<span class="num">
								{plan.moved[i] ? <b>{stamp(plan.moved[i], line, about.zone)}</b> : null}
								{plan.moved[i] ? (
									<s>
										<span class="vh">{t("lead.planned")} </span>
										{stamp(plan.at[i], line, about.zone)}
									</s>
								) : (
									stamp(plan.at[i], line, about.zone)
								)}
							</span>
							<span dir="auto">{line.title}</span>
							{i < step.index ? (
								<Icon d={check} />
							) : tooLate(i, line) ? (
								<span>
									<Icon d={warning} />
									<span class="vh">{t("lead.planned_out")}</span>
								</span>
							) : null}
						</button>
					</li>
				))}
			</ol>
			<Late m={m} about={about} step={step} plan={plan} />
			{about.status === "ended" ? null : (
				<OutBy m={m} about={about} finish={plan.finish ?? unstarted(about, now)} now={now} />
			)}
			{chosen ? <StepDialog m={m} line={chosen} onClose={() => setOpen(undefined)} /> : null}
		</section>
	);
}

function stamp(at: number | undefined, line: StepLine, zone: string): string {
	if (at !== undefined) return clockAt(at, zone);
	return line.minutes ? t("lead.min", { n: line.minutes }) : "";
}

/** unstarted is when a meeting that begins now will be done. */
const unstarted = (about: MeetingView, now: number): number =>
	now + about.agenda.reduce((sum, l) => sum + l.minutes * minute, 0);

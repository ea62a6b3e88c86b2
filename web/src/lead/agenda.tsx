import { useState } from "preact/hooks";
import type { StepLine } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { lang, t } from "../words/words";
import { Stepper } from "./stepper";
import { clockTime, planOf } from "./times";

const minute = 60_000;

/** The run sheet: what has been, where we are, what is left and when. */
export function Agenda({ m }: { m: Meeting }) {
	const [open, setOpen] = useState<string | undefined>(undefined);
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	if (!about || !step) return null;
	// Once a minute is often enough for a plan, and spares the list sixty drawings.
	const now = Math.floor(m.clock.seconds.value / minute) * minute;
	const plan = planOf(about, step, m.store.one("timer"), now);
	const chosen = about.agenda.find((l) => l.id === open);
	return (
		<section class="plan" aria-labelledby="plan">
			<h2 id="plan">{t("lead.plan")}</h2>
			<ol>
				{about.agenda.map((line, i) => (
					<li key={line.id}>
						<button
							type="button"
							aria-current={i === step.index ? "step" : undefined}
							data-done={i < step.index ? "" : undefined}
							onClick={() => setOpen(line.id)}
						>
							<span class="num">{stamp(plan.at[i], line, about.zone)}</span>
							<span dir="auto">{line.title}</span>
							{i < step.index ? <Icon d={check} /> : null}
						</button>
					</li>
				))}
			</ol>
			{plan.finish && about.status === "running" ? (
				<p class="late" data-late={plan.late >= 2 ? "" : undefined}>
					<b>{plan.late >= 2 ? t("lead.late", { n: plan.late }) : t("lead.on_time")}</b>{" "}
					{t("lead.finish", { time: clockTime(lang.value, plan.finish, about.zone) })}
				</p>
			) : null}
			{chosen ? (
				<StepDialog m={m} line={chosen} current={chosen.id === step.id} onClose={() => setOpen(undefined)} />
			) : null}
		</section>
	);
}

function stamp(at: number | undefined, line: StepLine, zone: string): string {
	if (at !== undefined) return clockTime(lang.value, at, zone);
	return line.minutes ? t("lead.min", { n: line.minutes }) : "";
}

function StepDialog({
	m,
	line,
	current,
	onClose,
}: {
	m: Meeting;
	line: StepLine;
	current: boolean;
	onClose: () => void;
}) {
	return (
		<Dialog
			title={line.title}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" onClick={onClose}>
						{t("common.close")}
					</Button>
					{current ? null : (
						<Button
							onClick={() => {
								m.send("agenda.go", { step: line.id });
								onClose();
							}}
						>
							{t("lead.go_here")}
						</Button>
					)}
				</>
			}
		>
			{line.kind === "lobby" ? null : (
				<div class="row wrap">
					<span>{t("lead.minutes")}</span>
					<Stepper
						label={t("lead.minutes")}
						value={line.minutes}
						min={0}
						max={240}
						set={(n) => m.send("step.retime", { step: line.id, minutes: n }, `retime/${line.id}`)}
					/>
				</div>
			)}
			{current ? <p class="muted small">{t("lead.retime_now")}</p> : <p class="muted small">{t("lead.go_here_why")}</p>}
		</Dialog>
	);
}

import type { MeetingView, StepView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { clock } from "../ui/icons";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { cutsOf } from "./cuts";
import { enough as inTime, type Plan } from "./times";
import { undoing } from "./undo";
import { say } from "./voice";

const enough = 3; // minutes late before it is worth a change of plan

interface Props {
	m: Meeting;
	about: MeetingView;
	step: StepView;
	plan: Plan;
}

/** Late is plan against actual: when the evening ends as things stand, and where to cut so that it ends in time. With a time to be out by, that is asked about instead. */
export function Late({ m, about, step, plan }: Props) {
	if (!plan.finish || about.status !== "running") return null;
	const late = plan.late >= inTime;
	const early = plan.late <= -inTime;
	const { cuts, short } = cutsOf(about, step, plan.late >= enough && !about.outBy ? plan.late : 0);
	const cut = () => {
		say(t("lead.cut.done"), undoing(m, "step.retimed", cuts.length));
		for (const c of cuts) m.send("step.retime", { step: c.line.id, minutes: c.minutes }, `retime/${c.line.id}`);
	};
	return (
		<div class="late" data-late={late ? "" : undefined}>
			<p>
				<b>
					{late ? t("lead.late", { n: plan.late }) : early ? t("lead.early", { n: -plan.late }) : t("lead.on_time")}
				</b>{" "}
				{t("lead.finish", { time: clockAt(plan.finish, about.zone) })}
			</p>
			{cuts.length ? (
				<>
					<p>{t("lead.cut.here")}</p>
					<ul>
						{cuts.map((c) => (
							<li key={c.line.id}>
								<span dir="auto">{c.line.title}</span>{" "}
								<b class="num">{t("lead.cut.line", { from: c.line.minutes, to: c.minutes })}</b>
							</li>
						))}
					</ul>
					<Button small icon={clock} onClick={cut}>
						{t("lead.cut.yes")}
					</Button>
				</>
			) : null}
			{short > 0 ? <p class="small">{t("lead.cut.short", { n: short })}</p> : null}
		</div>
	);
}

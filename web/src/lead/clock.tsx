import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { leftOf, minutes, running, share } from "../ui/clock";
import { pause, play, plus } from "../ui/icons";
import { t } from "../words/words";

/** The large clock with its two buttons. At zero it counts what is over, and closes nothing. */
export function Clock({ m }: { m: Meeting }) {
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

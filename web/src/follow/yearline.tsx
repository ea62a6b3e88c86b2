import { t } from "../words/words";
import { between, later } from "./calendar";
import type { Given } from "./given";
import { Sideways } from "./sideways";

interface Stop {
	day: number;
	text: string;
	is?: "now" | "next" | "late";
}

/** YearLine is the year on one line: the dugnad, each answer, today, and what is still to come. */
export function YearLine({ m, cal }: Given) {
	const answer = m.store.one("answer");
	const start = cal.ended.value;
	const now = cal.day;
	const stops: Stop[] = [{ day: 0, text: t("follow.line.held") }];
	for (const [n, v] of (answer?.versions ?? []).filter((v) => !v.redacted).entries()) {
		stops.push({ day: between(start, cal.dateOf(v.at)), text: t(n ? "follow.line.corrected" : "follow.line.answer") });
	}
	if (answer?.promised && !answer.published) {
		const day = between(start, answer.promised);
		stops.push({ day, text: t("follow.line.promised"), is: day < now ? "late" : "next" });
	}
	const whole = Math.max(365, now + 7);
	if (now > 0) stops.push({ day: now, text: t("follow.line.today"), is: "now" });
	if (now < 365) stops.push({ day: 365, text: t("follow.line.year"), is: "next" });
	stops.sort((a, b) => a.day - b.day);
	const at = (day: number) => `${(100 * Math.min(Math.max(day, 0), whole)) / whole}%`;
	return (
		<Sideways label={t("follow.line")}>
			<ol class="year-line" style={{ "--gone": at(now) }}>
				{tiers(stops, whole).map(({ stop, tier }) => (
					<li
						key={`${stop.day}-${stop.text}`}
						data-is={stop.is}
						data-tier={tier}
						data-end={stop.day > whole * 0.86 ? "" : undefined}
						aria-current={stop.is === "now" ? "date" : undefined}
						style={{ insetInlineStart: at(stop.day) }}
					>
						<span class="dot" />
						<span class="tx">
							<b class="num">{t("follow.line.day", { n: stop.day })}</b> {stop.text}
							<span class="vh"> {cal.say(later(start, stop.day))}</span>
						</span>
					</li>
				))}
			</ol>
		</Sideways>
	);
}

/** tiers lays words that would stand on each other in rows of their own. */
function tiers(stops: readonly Stop[], whole: number): { stop: Stop; tier: number }[] {
	const room = whole * 0.13;
	const ends: number[] = [];
	return stops.map((stop) => {
		let tier = ends.findIndex((end) => stop.day >= end);
		if (tier < 0) tier = ends.length;
		ends[tier] = stop.day + room;
		return { stop, tier: Math.min(tier, 2) };
	});
}

import { limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { t } from "../words/words";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";
import { type Tick, Ticks } from "./ticks";

/** Milestones is what should have happened by a date. */
export function Milestones({ r, m, cal }: Given & { r: Row }) {
	const put = (x: Tick) =>
		m.send("milestone.set", {
			measure: r.id,
			id: x.id,
			title: x.text,
			date: x.date,
			done: x.done,
			seen: r.care.seen[`milestone/${x.id}`] ?? 0,
		});
	return (
		<Fold
			id="milestones"
			title={t("follow.milestones")}
			aside={
				r.care.milestones.length
					? t("follow.parts.n", { n: r.care.milestones.filter((x) => x.done).length, of: r.care.milestones.length })
					: undefined
			}
		>
			<Ticks
				list={r.care.milestones.map((x) => ({ ...x, text: x.title }))}
				say={(date) => cal.say(date)}
				label={t("follow.milestone")}
				add={t("follow.milestone_add")}
				max={limits.step}
				dated
				fresh={newId}
				put={put}
				remove={(x) => put({ ...x, text: "" })}
			/>
		</Fold>
	);
}

import { limits, type MeasureKind } from "../gen/protocol";
import { newId } from "../net/ids";
import { t } from "../words/words";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";
import { type Tick, Ticks } from "./ticks";

/** Parts is how far a routine has spread, or who has said yes. A thing done once has none. */
export function Parts({ r, m, cal }: Given & { r: Row }) {
	const kind = r.care.kind as MeasureKind;
	if (kind === "tiltak" && r.care.parts.length === 0) return null;
	const put = (x: Tick) =>
		m.send("part.set", {
			measure: r.id,
			id: x.id,
			name: x.text,
			done: x.done,
			date: x.done ? x.date || cal.today.value : "",
			seen: r.care.seen[`part/${x.id}`] ?? 0,
		});
	return (
		<Fold
			id="parts"
			title={t(`follow.parts.${kind}`)}
			aside={r.care.parts.length ? t("follow.parts.n", { n: r.care.done, of: r.care.parts.length }) : undefined}
		>
			{r.care.parts.length ? (
				<p class="big num">{t("follow.parts.n", { n: r.care.done, of: r.care.parts.length })}</p>
			) : (
				<p class="muted">{t("follow.parts.none")}</p>
			)}
			<Ticks
				list={r.care.parts.map((p) => ({ ...p, text: p.name }))}
				say={(date) => cal.say(date)}
				label={t(`follow.parts.${kind}_who`)}
				add={t("follow.parts.add")}
				max={limits.name}
				dated={false}
				fresh={newId}
				put={put}
				remove={(x) => put({ ...x, text: "" })}
			/>
		</Fold>
	);
}

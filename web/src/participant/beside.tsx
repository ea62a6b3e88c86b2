import { lateIn } from "../phases/choice";
import { OnBoard } from "../phases/onboard";
import { TakeOver } from "../phases/takeover";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { Begun } from "./begun";
import { Recap } from "./recap";
import { useTold } from "./told";
import { Helpline, Waits, Watched } from "./ung";
import { Unsent } from "./unsent";

export { Begun } from "./begun";
export { settled } from "./settled";

/** Beside is what lies beside a step for some: what was done before they came, what the board shows, and what they have not got sent. */
export function Beside({ m, index }: { m: Meeting; index: number }) {
	useTold(m);
	return (
		<>
			<Recap m={m} agenda={m.store.one("meeting")?.agenda ?? []} index={index} />
			<OnBoard m={m} />
			<Late m={m} />
			<Unsent m={m} />
			{placed(m) ? null : <Begun m={m} />}
			<Waits m={m} />
			<Watched m={m} />
			<Helpline m={m} />
			<TakeOver m={m} />
		</>
	);
}

/** Late stands until the vote is behind us: a ballot that came too late, and whether an earlier one counts. */
function Late({ m }: { m: Meeting }) {
	const late = lateIn(m);
	const kind = m.store.one("step")?.kind;
	if (!late || (kind !== "avstemning" && kind !== "resultat")) return null;
	return <p class="callout-box">{t(`p.vote.late.${late}`)}</p>;
}

/** placed tells whether the step has its own place for what was begun. */
const placed = (m: Meeting): boolean =>
	m.store.one("step")?.kind === "stille" || m.store.list("votes", (v) => v.order).some((v) => v.status === "open");

import type { Status } from "../gen/protocol";
import { Icon } from "../ui/icon";
import { check, clock, minus, next, pause, play } from "../ui/icons";
import { type Key, t } from "../words/words";

const signs: Record<Status, { icon: string; tone?: string }> = {
	"ikke-startet": { icon: play },
	"i-gang": { icon: next, tone: "go" },
	"star-fast": { icon: pause, tone: "look" },
	"pa-plass": { icon: check, tone: "ok" },
	"lagt-bort": { icon: minus },
	ukjent: { icon: clock, tone: "demo" },
};

/** said is a status in words; the answer page says it in the same ones. */
export const said = (s: Status): string => t(`plain.status_${s.replaceAll("-", "_")}` as Key);

/** StatusChip says a status in word, sign and colour; the colour only helps. */
export function StatusChip({ of: s }: { of: Status }) {
	const { icon, tone } = signs[s];
	return (
		<span class="chip" data-tone={tone} data-status={s}>
			<Icon d={icon} />
			{said(s)}
		</span>
	);
}

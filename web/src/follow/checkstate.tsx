import { allCheckState, type CheckState } from "../gen/protocol";
import { Icon } from "../ui/icon";
import { check, minus, next, play } from "../ui/icons";
import { type Key, t } from "../words/words";

const signs: Record<CheckState, { icon: string; tone?: string }> = {
	"ikke-startet": { icon: play },
	"i-gang": { icon: next, tone: "go" },
	"pa-plass": { icon: check, tone: "ok" },
	"ikke-aktuelt": { icon: minus },
};

const known = (state: string): state is CheckState => (allCheckState as readonly string[]).includes(state);

/** stateWord is how far an item has come, in words. */
export const stateWord = (state: string): string =>
	known(state) ? t(`follow.check.state_${state.replaceAll("-", "_")}` as Key) : t("follow.check.undecided");

/** CheckChip says it in word, sign and colour. What nobody has agreed on has no colour. */
export function CheckChip({ state }: { state: string }) {
	const sign = known(state) ? signs[state] : undefined;
	return (
		<span class="chip" data-tone={sign?.tone}>
			{sign ? <Icon d={sign.icon} /> : null}
			{stateWord(state)}
		</span>
	);
}

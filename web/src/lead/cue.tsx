import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { Script } from "./script";
import { spoken } from "./spoken";
import { deskOf, type Tab } from "./tabs";

/** A screen so low that the ideas would begin below it, or so narrow that nothing else would be seen. */
const low = 900;
const narrow = 600;
/** Where the work itself fills the screen. */
const crowded: readonly Tab[] = ["merge", "measures"];

/**
 * Cue is what to say and do now, on the tab where the step is worked on. It folds away when it has been said, and
 * where there is no room for it it begins as one line.
 */
export function Cue({ m, on }: { m: Meeting; on: Tab }) {
	const step = m.store.one("step");
	const script = m.store.one("script");
	if (!script?.say || deskOf(step?.kind) !== on || m.store.one("meeting")?.status === "ended") return null;
	const now = spoken(m, script);
	return (
		<details class="cue" open={innerWidth >= narrow && (!crowded.includes(on) || innerHeight >= low)} key={step?.id}>
			<summary>
				{t("lead.cue")}: <span dir="auto">{step?.title}</span>
				<span class="cue-line" aria-hidden="true">
					{t("lead.quote", { text: now.say })}
				</span>
			</summary>
			<Script of={now} />
		</details>
	);
}

import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { Script } from "./script";
import { spoken } from "./spoken";
import { deskOf, type Tab } from "./tabs";

/** Cue is what to say and do now, on the tab where the step is worked on. It folds away when it has been said. */
export function Cue({ m, on }: { m: Meeting; on: Tab }) {
	const step = m.store.one("step");
	const script = m.store.one("script");
	if (!script?.say || deskOf(step?.kind) !== on || m.store.one("meeting")?.status === "ended") return null;
	return (
		<details class="cue" open key={step?.id}>
			<summary>
				{t("lead.cue")}: <span dir="auto">{step?.title}</span>
			</summary>
			<Script of={spoken(m, script)} />
		</details>
	);
}

import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { eye } from "../ui/lateicons";
import { Spread } from "../ui/spread";
import { t } from "../words/words";
import { Ask } from "./ask";

/** As few as nobody can be known among; the room refuses fewer. */
const fewest = 5;

/** Mood is how many have answered, and showing how the answers lie: once, for nobody can answer afterwards. */
export function Mood({ m }: { m: Meeting }) {
	const [asked, ask] = useState(false);
	const mood = m.store.get("moods", m.store.one("step")?.id ?? "");
	if (!mood) return null;
	return (
		<section class="box stack-s" aria-labelledby="mood">
			<h2 id="mood">
				{t(mood.status === "counted" ? "lead.mood.told" : "lead.mood.cast", { n: mood.cast, of: mood.of })}
			</h2>
			{mood.status === "counted" ? (
				<Spread of={mood} />
			) : mood.cast < fewest ? (
				<p class="muted">{t("lead.mood.few")}</p>
			) : (
				<div class="row">
					<Button icon={eye} onClick={() => ask(true)}>
						{t("lead.mood.show")}
					</Button>
				</div>
			)}
			{asked ? (
				<Ask
					title={t("lead.mood.sure")}
					yes={t("lead.mood.show")}
					onYes={() => m.send("mood.close", { step: mood.step }, "mood")}
					onClose={() => ask(false)}
				>
					<p>{t("lead.mood.sure_body")}</p>
				</Ask>
			) : null}
		</section>
	);
}

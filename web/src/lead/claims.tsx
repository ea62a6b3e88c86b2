import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { minutes } from "../ui/clock";
import { t } from "../words/words";

/** Claims is what a deputy who wants to take over asks whoever leads. Silence is a yes. */
export function Claims({ m }: { m: Meeting }) {
	const claims = m.store.list("claims", (c) => c.until);
	return (
		<>
			{claims.map((c) => (
				<section key={c.seat} class="practice" aria-label={t("lead.claim")}>
					<p role="alert">
						<b>{t("lead.claim")}</b>
					</p>
					<p class="num">{t("lead.claim.why", { time: minutes(c.until - m.clock.seconds.value) })}</p>
					<div class="row wrap">
						<Button small variant="paper" onClick={() => answer(c.seat, c.claim, false)}>
							{t("lead.claim.no")}
						</Button>
						<Button small variant="paper" onClick={() => answer(c.seat, c.claim, true)}>
							{t("lead.claim.yes")}
						</Button>
					</div>
				</section>
			))}
		</>
	);

	function answer(seat: string, claim: number, yes: boolean) {
		m.send("lead.answer", { seat, claim, yes });
	}
}

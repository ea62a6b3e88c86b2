import { useState } from "preact/hooks";
import type { MeetingView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { calendar, flag } from "../ui/icons";
import { byDay } from "../words/dates";
import { t } from "../words/words";
import { Facts } from "./facts";
import { forget } from "./forget";
import { Screen } from "./screen";
import { Unsent } from "./unsent";
import { say } from "./voice";

/** Thanks says what happens with what was written here, and lets the phone forget. */
export function Thanks({ m, meeting }: { m: Meeting; meeting: MeetingView }) {
	const [asking, ask] = useState(false);
	const measures = m.store.list("measures", (x) => x.order);
	const taken = measures.filter((x) => x.responsible);
	return (
		<Screen
			title={t("p.thanks.title")}
			foot={
				<Button variant="tertiary" full onClick={() => ask(true)}>
					{t("p.thanks.forget")}
				</Button>
			}
		>
			{taken.length ? <p class="lead">{t("p.thanks.lead", { n: taken.length })}</p> : null}
			<Unsent m={m} />
			<section class="box stack-s" aria-labelledby="next">
				<h2 id="next">{t("p.thanks.next")}</h2>
				<Facts
					rows={[
						[flag, t("common.decides"), meeting.decides || t("common.unclear")],
						[calendar, t("common.answer"), byDay(meeting.answerBy)],
					]}
				/>
			</section>
			{measures.length ? (
				<section class="stack-s" aria-labelledby="measures">
					<h2 id="measures">{t("p.thanks.measures")}</h2>
					<ul class="stack-s">
						{measures.map((x) => (
							<li key={x.id} class="box">
								<b dir="auto">{x.title}</b>
								<p class="small">
									{x.responsible
										? t("common.responsible", { who: x.responsible })
										: t(x.followUp ? "common.followup" : "common.nobody")}
								</p>
							</li>
						))}
					</ul>
				</section>
			) : null}
			{asking ? (
				<Dialog
					title={t("p.thanks.forget_title")}
					onClose={() => ask(false)}
					foot={
						<>
							<Button
								variant="primary"
								stop
								onClick={() => {
									for (const c of m.outbox.refusals.peek()) m.outbox.seen(c.id);
									forget(m.room);
									ask(false);
									say(t("p.thanks.forgot"));
								}}
							>
								{t("common.delete")}
							</Button>
							<Button variant="paper" onClick={() => ask(false)}>
								{t("common.cancel")}
							</Button>
						</>
					}
				>
					<p>{t("p.thanks.forget_body")}</p>
				</Dialog>
			) : null}
		</Screen>
	);
}

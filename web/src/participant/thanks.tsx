import { useEffect, useState } from "preact/hooks";
import type { MeetingView } from "../gen/protocol";
import { Goodbye, SendGoodbye } from "../phases/goodbye";
import { Own } from "../phases/own";
import { atTable } from "../phases/together";
import { BookBox } from "../phases/wall";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { calendar, flag, next } from "../ui/icons";
import { byDay } from "../words/dates";
import { t } from "../words/words";
import { answerPage } from "./answerpage";
import { Begun } from "./begun";
import { Facts } from "./facts";
import { forget } from "./forget";
import { Screen } from "./screen";
import { Helpline, Watched } from "./ung";
import { Unsent } from "./unsent";
import { say } from "./voice";

/** Thanks says what happens with what was written here, and lets the phone forget. */
export function Thanks({ m, meeting }: { m: Meeting; meeting: MeetingView }) {
	const [asking, ask] = useState(false);
	const [gone, go] = useState(false);
	useEffect(() => void atTable.fetch(), []);
	const at = atTable.got.value;
	const measures = m.store.list("measures", (x) => x.order);
	const taken = measures.filter((x) => x.responsible);
	const { sent, became } = ofOurTable(m);
	return (
		<Screen
			title={t("p.thanks.title")}
			above={<Roads />}
			foot={
				<ButtonLink variant="primary" full href={answerPage(m.room)} icon={next}>
					{t("p.own.page")}
				</ButtonLink>
			}
		>
			{sent ? (
				<p class="lead">
					{t("p.thanks.table", { n: sent })} {became.length ? t("p.thanks.became", { n: became.length }) : null}{" "}
					{became.length ? <b dir="auto">{became.join(", ")}.</b> : null}
				</p>
			) : taken.length ? (
				<p class="lead">{t("p.thanks.lead", { n: taken.length })}</p>
			) : null}
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
			<Unshared m={m} />
			<Begun m={m} />
			<Own key={gone ? "gone" : "own"} m={m} />
			<BookBox m={m} />
			<Watched m={m} />
			<Helpline m={m} />
			<Goodbye m={m}>
				<SendGoodbye m={m} />
			</Goodbye>
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
			<Button full variant="tertiary" onClick={() => ask(true)}>
				{t("p.thanks.forget")}
			</Button>
			{at ? <at.ForgetMe m={m} /> : null}
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
									go(true);
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

/** Unshared says what becomes of the notes that nobody else has seen. */
function Unshared({ m }: { m: Meeting }) {
	const n = m.store.list("ideas", (i) => i.order).filter((i) => i.place === "private").length;
	return n ? <p class="muted">{t("p.thanks.unshared", { n })}</p> : null;
}

/** ofOurTable counts what one's own table sent, and names what of it became something. */
function ofOurTable(m: Meeting): { sent: number; became: string[] } {
	const group = m.me.value?.group;
	const ideas = m.store.list("ideas", (i) => i.order).filter((i) => i.place === "plenum" && i.group === group);
	if (!group) return { sent: 0, became: [] };
	const ours = new Set(ideas.map((i) => i.id));
	const became = m.store
		.list("measures", (x) => x.order)
		.filter((x) => m.store.get("clusters", x.cluster)?.ideas.some((id) => ours.has(id)));
	return { sent: ours.size, became: became.map((x) => x.title) };
}

/** Roads is what became of it all in one picture: every slip has a road, and one of them went through. */
function Roads() {
	return (
		<svg class="hero roads" viewBox="0 0 358 130" aria-hidden="true">
			<path class="r-road" d="M50 108C110 108 120 112 170 112M50 65C130 65 140 88 214 88" />
			<path class="r-won" d="M50 22C140 22 170 54 262 54" />
			{[7, 50, 93].map((y) => (
				<g key={y}>
					<rect class="r-slip" x="14" y={y} width="36" height="30" rx="4" />
					<path class="r-text" d={`M22 ${y + 11}h20M22 ${y + 19}h13`} />
				</g>
			))}
			<circle class="r-slip" cx="178" cy="112" r="14" />
			<circle class="r-slip" cx="224" cy="88" r="14" />
			<circle class="r-done" cx="298" cy="58" r="48" />
			<path class="r-check" d="M278 59l14 14 26-29" />
		</svg>
	);
}

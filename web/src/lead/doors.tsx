import { useState } from "preact/hooks";
import { claimSeconds } from "../gen/protocol";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { dateIn } from "../state/moment";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { people, trash } from "../ui/icons";
import { print } from "../ui/lateicons";
import { clockAt } from "../words/clock";
import { day } from "../words/dates";
import { refused, t } from "../words/words";
import { Ask } from "./ask";
import { called, leadersOf } from "./leaders";
import { say } from "./voice";

export type Door = "deputy" | "assistant" | "guest";

/** Doors lets others in: a deputy who waits and can take over, and an assistant who leads along. Each has a link of their own, which can be taken back alone. */
export function Doors({ m }: { m: Meeting }) {
	const [made, show] = useState<{ door: Door; key: string } | undefined>(undefined);
	const [out, ask] = useState<string | undefined>(undefined);
	const me = m.me.value;
	const zone = m.store.one("meeting")?.zone ?? "";
	const now = m.clock.now();
	const since = (at: number) => {
		const date = dateIn(at, zone);
		const before = date === dateIn(now, zone) ? "" : `${day(date, new Date(now))} `;
		return t("lead.doors.since", { time: before + clockAt(at, zone) });
	};
	const waiting = m.store.list("seats", (s) => s.n).filter((s) => s.role === "deputy" && !s.left);
	const inside = [
		...leadersOf(m).map((l) => ({ seat: l.seat, is: called(l), since: since(l.since) })),
		...waiting.map((s) => ({ seat: s.seat, is: t("lead.doors.is_standin"), since: t("lead.doors.waits") })),
	];
	const make = async (door: Door) => {
		const answer = await api.rotate(m.room, door);
		if (answer.ok) show({ door, key: answer.body.key });
		else say(refused(answer.code));
	};
	return (
		<section class="box stack" aria-labelledby="doors">
			<h2 id="doors">{t("lead.doors")}</h2>
			<p>{t("lead.doors.why")}</p>
			{me?.role === "assistant" ? null : (
				<div class="row wrap">
					<Button variant="paper" icon={people} onClick={() => void make("deputy")}>
						{t("lead.doors.deputy")}
					</Button>
					<Button variant="paper" icon={people} onClick={() => void make("assistant")}>
						{t("lead.doors.assistant")}
					</Button>
					<Button variant="paper" icon={people} onClick={() => void make("guest")}>
						{t("lead.doors.guest")}
					</Button>
				</div>
			)}
			<ul class="turns">
				{inside.map((s) => (
					<li key={s.seat}>
						<span>
							{s.is}
							<br />
							<span class="muted num">
								{[s.since, s.seat === me?.seat && t("lead.doors.you")].filter(Boolean).join(" · ")}
							</span>
						</span>
						<span class="push" />
						{s.seat === me?.seat || me?.role === "assistant" ? null : (
							<Button small variant="tertiary" stop icon={trash} onClick={() => ask(s.seat)}>
								{t("lead.doors.out")}
							</Button>
						)}
					</li>
				))}
			</ul>
			{made ? (
				<Dialog
					title={t(`lead.doors.${made.door}`)}
					onClose={() => show(undefined)}
					foot={
						<>
							<Button variant="paper" icon={print} onClick={() => window.print()}>
								{t("lead.about.print")}
							</Button>
							<Button variant="primary" onClick={() => show(undefined)}>
								{t("common.close")}
							</Button>
						</>
					}
				>
					<div class="key-sheet stack-s">
						<p>{t("lead.doors.send")}</p>
						{made.door === "deputy" ? <p>{t("lead.doors.deputy_why", { n: claimSeconds })}</p> : null}
						{made.door === "guest" ? <p>{t("lead.doors.guest_why")}</p> : null}
						<p class="door-link" dir="ltr">{`${location.origin}/led/${m.room}#${made.key}`}</p>
						<p>{t("lead.doors.again")}</p>
					</div>
				</Dialog>
			) : null}
			{out ? (
				<Ask
					title={t("lead.doors.out_title")}
					yes={t("lead.doors.out")}
					stop
					onYes={() => m.send("seat.remove", { seat: out })}
					onClose={() => ask(undefined)}
				>
					<p>{t("lead.doors.out_why")}</p>
				</Ask>
			) : null}
		</section>
	);
}

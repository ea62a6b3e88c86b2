import { useState } from "preact/hooks";
import type { Door, NewKey } from "../net/api";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { link, trash } from "../ui/icons";
import { refused, t } from "../words/words";
import type { Where } from "./address";
import { Ask } from "./ask";
import { Elsewhere } from "./elsewhere";
import { Helpline } from "./helpline";
import { KeySheet } from "./keysheet";
import { Switch } from "./switch";
import { say } from "./voice";

/** Who a link can be made for, and its sentence. */
const links = ["ung1", "ung2", "observe", "follow"] as const;

/** YoungPeople is what two leaders need of people: links to hand out, the board on another machine, writing and joining to stop, a seat to remove. */
export function YoungPeople({ m, where }: { m: Meeting; where: Where }) {
	const [made, show] = useState<{ door: Door; key: NewKey } | undefined>(undefined);
	const [out, ask] = useState<{ seat: string; n: number } | undefined>(undefined);
	const about = m.store.one("meeting");
	const youth = m.store.one("youth");
	const guests = m.store.list("seats", (s) => s.n).filter((s) => s.role === "participant" && !s.left);
	const make = async (door: Door) => {
		const answer = await api.rotate(m.room, door);
		if (answer.ok) show({ door, key: answer.body });
		else say(refused(answer.code));
	};
	return (
		<details class="box young-people">
			<summary>{t("lead.young.people")}</summary>
			<div class="stack">
				<div class="stack-s">
					<Switch
						on={about?.paused ?? false}
						text={t("lead.order.pause")}
						hint={t("lead.order.pause_why")}
						set={(on) => m.send("posting.pause", { on }, "pause")}
					/>
					<Switch
						on={about?.locked ?? false}
						text={t("lead.groups.lock")}
						hint={t("lead.order.lock_why")}
						set={(on) => m.send("meeting.lock", { on }, "lock")}
					/>
				</div>
				<div class="stack-s">
					<h3>{t("lead.young.make")}</h3>
					{links
						.filter((door) => door !== "ung1" || (youth?.leaders ?? 0) > 1)
						.map((door) => (
							<Button key={door} variant="paper" full icon={link} onClick={() => void make(door)}>
								{t(`lead.young.link.${door}`)}
							</Button>
						))}
				</div>
				<Elsewhere m={m} where={where} />
				<Helpline m={m} />
				<div class="stack-s">
					<h3>{t("lead.young.seats", { n: guests.length })}</h3>
					<ul class="turns">
						{guests.map((s) => (
							<li key={s.seat}>
								<span>{t("lead.young.seat", { n: s.n })}</span>
								{s.group ? <span class="muted">{t("common.group", { n: s.group })}</span> : null}
								<span class="push" />
								<Button small variant="tertiary" stop icon={trash} onClick={() => ask({ seat: s.seat, n: s.n })}>
									{t("lead.young.remove")}
									<span class="vh"> {t("lead.young.seat", { n: s.n })}</span>
								</Button>
							</li>
						))}
					</ul>
				</div>
			</div>
			{made ? (
				<KeySheet
					room={m.room}
					title={t(`lead.young.link.${made.door as "ung1"}`)}
					keys={[made.key]}
					onClose={() => show(undefined)}
				>
					<p>{t(made.door === "ung1" || made.door === "ung2" ? "lead.young.once" : "lead.young.not_before")}</p>
				</KeySheet>
			) : null}
			{out ? (
				<Ask
					title={t("lead.young.remove_title", { n: out.n })}
					yes={t("lead.young.remove")}
					stop
					onYes={() => m.send("seat.remove", { seat: out.seat })}
					onClose={() => ask(undefined)}
				>
					<p>{t("lead.young.remove_why")}</p>
				</Ask>
			) : null}
		</details>
	);
}

import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import type { NewKey } from "../net/api";
import * as api from "../net/api";
import { device } from "../participant/device";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { people } from "../ui/icons";
import { Logo } from "../ui/logo";
import { refused, t } from "../words/words";
import { Field } from "./field";
import { Helpline } from "./helpline";
import { KeySheet } from "./keysheet";
import { say, useRefusals, Voice } from "./voice";

const doors = ["ung1", "ung2"] as const;

/** Handover gives a meeting that young people lead to them. Whoever made it only watches from then on. */
export function Handover({ m }: { m: Meeting }) {
	const [keys, show] = useState<readonly NewKey[]>([]);
	const about = m.store.one("meeting");
	useRefusals(m);
	const make = async () => {
		const made: NewKey[] = [];
		for (const door of doors) {
			const answer = await api.rotate(m.room, door);
			if (!answer.ok) return say(refused(answer.code));
			made.push(answer.body);
		}
		show(made);
	};
	const lead = async () => {
		const made = await api.rotate(m.room, "ung1");
		if (!made.ok) return say(refused(made.code));
		const used = await api.key(m.room, "lead", made.body.key, device());
		if (!used.ok) return say(refused(used.code));
		location.reload(); // as somebody else, with another cookie
	};
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
			</header>
			<main class="desk-main handover">
				<div class="stack-s">
					<p class="muted" dir="auto">
						{about?.title}
					</p>
					<h1 tabIndex={-1}>{t("lead.young.who")}</h1>
					<p>{t("lead.young.who_why")}</p>
				</div>
				<div class="ways-two">
					<section class="box stack-s" aria-labelledby="adult">
						<h2 id="adult">{t("lead.young.adult")}</h2>
						<p>{t("lead.young.adult_why")}</p>
						<Button variant="primary" icon={people} onClick={() => void make()}>
							{t("lead.young.make_links")}
						</Button>
					</section>
					<section class="box stack-s" aria-labelledby="self">
						<h2 id="self">{t("lead.young.self")}</h2>
						<p>{t("lead.young.self_why")}</p>
						<Button variant="paper" icon={people} onClick={() => void lead()}>
							{t("lead.young.self_go")}
						</Button>
					</section>
				</div>
				<section class="box stack-s" aria-labelledby="before">
					<h2 id="before">{t("lead.young.before")}</h2>
					<Field
						label={t("lead.young.to")}
						hint={t("lead.young.to_hint")}
						value={about?.decides ?? ""}
						max={limits.name}
						save={(decides) => m.send("meeting.describe", { decides }, "describe/decides")}
					/>
					<Field
						label={t("lead.young.by")}
						type="date"
						value={about?.answerBy ?? ""}
						save={(answerBy) => m.send("meeting.describe", { answerBy }, "describe/answerBy")}
					/>
				</section>
				<Helpline m={m} />
			</main>
			<Voice />
			{keys.length ? (
				<KeySheet room={m.room} title={t("lead.young.links")} keys={keys} onClose={() => show([])}>
					<p>{t("lead.young.links_why")}</p>
				</KeySheet>
			) : null}
		</div>
	);
}

import { useEffect, useRef, useState } from "preact/hooks";
import { type MishapView, practiceMinutes } from "../gen/protocol";
import * as api from "../net/api";
import { newId } from "../net/ids";
import { device } from "../participant/device";
import { forget } from "../participant/forget";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, key as keyIcon, play, trash } from "../ui/icons";
import { info } from "../ui/lateicons";
import { refused, t } from "../words/words";
import { say } from "./voice";

type What = "late" | "child" | "laptop";
const whats: Record<What, true> = { late: true, child: true, laptop: true };
const known = (m: MishapView): m is MishapView & { what: What } => m.what in whats;

/** StartPractice holds the meeting for practice: the same plan, simulated people, twelve minutes. */
export function StartPractice({ m }: { m: Meeting }) {
	const [busy, wait] = useState(false);
	const start = async () => {
		if (busy) return;
		wait(true);
		const made = await api.rehearse(m.room, device());
		wait(false);
		if (!made.ok) {
			say(refused(made.code));
			return;
		}
		location.assign(`/led/${made.body.room}`);
	};
	return (
		<Button icon={play} onClick={() => void start()}>
			{t("lead.practice.start")}
		</Button>
	);
}

/** Practice stands above everything in a rehearsal: that it is one, and what has gone wrong just now. */
export function Practice({ m }: { m: Meeting }) {
	const about = m.store.one("meeting");
	const rehearsal = m.store.one("rehearsal");
	// A rehearsal led to the end is one that was held, also before it is wiped.
	const held = about?.status === "ended" ? rehearsal?.of : undefined;
	useEffect(() => {
		if (held) notebook.write(`practised:${held}`, "yes");
	}, [held]);
	const [skipped, skip] = useState(notebook.read(`laptop:${m.room}`) === "skipped");
	if (!about?.practice || !rehearsal) return null;
	const open = rehearsal.mishaps.filter(known).filter((x) => !x.handled);
	const dead = open.some((x) => x.what === "laptop") && !skipped && about.status !== "ended";
	const now = open.filter((x) => x.what !== "laptop").at(-1); // an older one that nobody has met must not hide it
	// The whole plan goes through in twelve minutes, and what is said in it keeps the minutes of the meeting.
	const times = Math.round(about.agenda.reduce((sum, l) => sum + l.minutes, 0) / practiceMinutes);
	return (
		<section class="practice" aria-label={t("lead.practice")}>
			<p>
				<b>{t("lead.practice")}</b> {t("lead.practice.why")}
				{times > 1 ? ` ${t("lead.practice.fast", { n: times })}` : null}
			</p>
			{now && about.status !== "ended" ? (
				<p class="practice-now" role="status">
					<Icon d={info} />
					<span>
						<b>{t(`lead.practice.${now.what}`)}</b>{" "}
						<a href={now.what === "late" ? "#groups" : "#run"}>{t(`lead.practice.${now.what}_do`)}</a>
					</span>
				</p>
			) : null}
			<Button small variant="paper" icon={trash} onClick={() => void leave(m, rehearsal.of)}>
				{t("lead.practice.leave")}
			</Button>
			{dead ? (
				<DeadLaptop
					m={m}
					skip={() => {
						notebook.write(`laptop:${m.room}`, "skipped");
						skip(true);
					}}
				/>
			) : null}
		</section>
	);
}

/** leave wipes the rehearsal and goes back to the real meeting. */
async function leave(m: Meeting, of: string): Promise<void> {
	const answer = await api.remove(m.room);
	if (!answer.ok) {
		say(refused(answer.code));
		return;
	}
	m.close();
	forget(m.room);
	location.assign(`/led/${of}`);
}

/** The machine dies: the panel is gone until the key is typed, here or on another device. */
function DeadLaptop({ m, skip }: { m: Meeting; skip: () => void }) {
	const [typed, type] = useState("");
	const [wrong, setWrong] = useState("");
	const field = useRef<HTMLInputElement>(null);
	const go = async () => {
		const said = await api.key(m.room, "lead", typed.replace(/\s+/g, ""), newId());
		if (said.ok) {
			location.reload();
			return;
		}
		setWrong(refused(typed.trim() ? said.code : "empty"));
		field.current?.focus();
	};
	return (
		<Dialog title={t("lead.practice.laptop")} onClose={skip}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					void go();
				}}
			>
				<p>{t("lead.practice.laptop_do")}</p>
				<p class="door-link" dir="ltr">{`${location.origin}/led/${m.room}`}</p>
				<div class="field">
					<label class="ds-label" for="practice-key">
						{t("lead.about.key")}
					</label>
					<input
						class="ds-input code"
						id="practice-key"
						ref={field}
						dir="ltr"
						autocomplete="off"
						autocapitalize="none"
						spellcheck={false}
						value={typed}
						aria-invalid={wrong !== ""}
						aria-describedby={wrong ? "practice-wrong" : undefined}
						onInput={(e) => type(e.currentTarget.value)}
					/>
					{wrong ? (
						<p class="ds-validation-message" id="practice-wrong" role="alert">
							{wrong}
						</p>
					) : null}
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={skip}>
						{t("lead.practice.skip")}
					</Button>
					<Button variant="primary" type="submit" icon={keyIcon}>
						{t("lead.door.go")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

/** Report is what the rehearsal came to: *du er klar*, or what to look at. */
export function Report({ m }: { m: Meeting }) {
	const rehearsal = m.store.one("rehearsal");
	if (!rehearsal) return null;
	const met = (what: What) => rehearsal.mishaps.some((x) => x.what === what && x.handled);
	const todo = (what: "late" | "child") => `${t(`lead.practice.${what}`)} ${t(`lead.practice.${what}_do`)}`;
	const measures = m.store.list("measures", (x) => x.order);
	const lines = [
		{ ok: met("late"), yes: t("lead.practice.late_met"), no: todo("late") },
		{ ok: met("child"), yes: t("lead.practice.child_met"), no: todo("child") },
		{ ok: met("laptop"), yes: t("lead.practice.laptop_met"), no: t("lead.practice.laptop_look") },
		{
			ok: measures.some((x) => x.responsible || x.followUp),
			yes: t("lead.practice.owner_met"),
			no: t("lead.practice.owner_look"),
		},
	];
	const ready = lines.every((l) => l.ok);
	return (
		<div class="stack">
			<h2>{t(ready ? "lead.practice.ready" : "lead.practice.look")}</h2>
			<ul class="lights">
				{lines.map((l) => (
					<li key={l.yes} data-light={l.ok ? "ok" : "look"}>
						<Icon d={l.ok ? check : info} />
						<span>{l.ok ? l.yes : l.no}</span>
					</li>
				))}
			</ul>
			<Button variant="primary" icon={trash} onClick={() => void leave(m, rehearsal.of)}>
				{t("lead.practice.wipe")}
			</Button>
		</div>
	);
}

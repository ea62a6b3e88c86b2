import { useState } from "preact/hooks";
import { codeText } from "../board/code";
import { OwnMail } from "../follow/ownmail";
import { limits } from "../gen/protocol";
import * as api from "../net/api";
import { forget } from "../participant/forget";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { key as keyIcon, screen, trash } from "../ui/icons";
import { print } from "../ui/lateicons";
import { refused, t } from "../words/words";
import { urlOf, type Where } from "./address";
import { Ask } from "./ask";
import { closeBoards } from "./board";
import { Decks } from "./cards";
import { Doors } from "./doors";
import { Elsewhere } from "./elsewhere";
import { Field } from "./field";
import { Report } from "./report";
import { SecondLanguage } from "./second";
import { say } from "./voice";

/** The meeting itself: what it says on the front, its keys, its record, its end. */
export function About({ m, where }: { m: Meeting; where: Where }) {
	const about = m.store.one("meeting");
	const [asked, ask] = useState<"key" | "board" | "delete" | "end" | undefined>(undefined);
	const [key, setKey] = useState("");
	if (!about) return null;
	// An assistant and a borrowed leader lock nobody out and delete nothing: what the server would refuse is not there.
	const helps = m.me.value?.role === "assistant";
	const close = () => ask(undefined);

	const newKey = async () => {
		const answer = await api.rotate(m.room, "lead");
		if (answer.ok) setKey(answer.body.key);
		else say(refused(answer.code));
	};
	return (
		<main class="desk-main about">
			<h1 tabIndex={-1}>{t("lead.tab.about")}</h1>
			<section class="box stack" aria-labelledby="front">
				<h2 id="front">{t("lead.about.front")}</h2>
				<Field
					label={t("lead.about.title")}
					value={about.title}
					max={limits.name}
					save={(title) => m.send("meeting.describe", { title }, "describe/title")}
				/>
				<Field
					label={t("common.decides")}
					hint={t("lead.about.decides_hint")}
					value={about.decides}
					max={limits.name}
					save={(decides) => m.send("meeting.describe", { decides }, "describe/decides")}
				/>
				<Field
					label={t("common.answer")}
					type="date"
					value={about.answerBy}
					save={(answerBy) => m.send("meeting.describe", { answerBy }, "describe/answer")}
				/>
			</section>
			<section class="box stack" aria-labelledby="ways">
				<h2 id="ways">{t("lead.about.ways")}</h2>
				<p>
					{t("lead.about.join", { code: codeText(about.code) })}
					<br />
					<b dir="ltr">{urlOf(where)}</b>
				</p>
				<Elsewhere m={m} where={where} />
				{helps ? null : (
					<>
						<div class="stack-s">
							<p>{t("lead.about.board_why")}</p>
							<Button variant="paper" icon={screen} onClick={() => ask("board")}>
								{t("lead.about.board_new")}
							</Button>
						</div>
						<div class="stack-s">
							<p>{t("lead.about.key_why")}</p>
							<Button variant="paper" icon={keyIcon} onClick={() => ask("key")}>
								{t("lead.about.key_new")}
							</Button>
						</div>
					</>
				)}
			</section>
			<SecondLanguage m={m} />
			<Doors m={m} />
			<OwnMail m={m} why={t("lead.mail.why")} quiet />
			{about.status === "ended" ? null : (
				<section class="box stack" aria-labelledby="own-deck">
					<h2 id="own-deck">{t("lead.file.title")}</h2>
					<Decks m={m} />
				</section>
			)}
			<section class="box stack" aria-labelledby="record">
				<h2 id="record">{t("lead.about.record")}</h2>
				<p>{t("lead.about.record_why")}</p>
				<Report m={m} />
			</section>
			<section class="box stack" aria-labelledby="over">
				<h2 id="over">{t("lead.about.over")}</h2>
				{about.status === "ended" ? (
					<p>{t("lead.ended")}</p>
				) : (
					<Button variant="paper" onClick={() => ask("end")}>
						{t("lead.end")}
					</Button>
				)}
				{helps ? null : (
					<>
						<p>{t("lead.about.delete_why")}</p>
						<Button variant="paper" stop icon={trash} onClick={() => ask("delete")}>
							{t("lead.about.delete")}
						</Button>
					</>
				)}
			</section>
			{asked === "board" ? (
				<Ask
					title={t("lead.about.board_new")}
					yes={t("lead.about.board_new")}
					stop
					onYes={() => void closeBoards(m.room)}
					onClose={close}
				>
					<p>{t("lead.about.board_new_why")}</p>
				</Ask>
			) : null}
			{asked === "key" ? (
				<Ask title={t("lead.about.key_new")} yes={t("lead.about.make_new")} onYes={() => void newKey()} onClose={close}>
					<p>{t("lead.about.key_new_why")}</p>
				</Ask>
			) : null}
			{asked === "end" ? (
				<Ask
					title={t("lead.end_title")}
					yes={t("lead.end_yes")}
					onYes={() => m.send("meeting.end", {})}
					onClose={close}
				>
					<p>{t("lead.end_why")}</p>
				</Ask>
			) : null}
			{key ? <KeyDialog room={m.room} secret={key} title={about.title} onClose={() => setKey("")} /> : null}
			{asked === "delete" ? <Delete m={m} code={about.code} onClose={close} /> : null}
		</main>
	);
}

/** The recovery key, shown once: the server keeps only its fingerprint. Printing gives a sheet with it and nothing else. */
function KeyDialog({
	room,
	secret,
	title,
	onClose,
}: {
	room: string;
	secret: string;
	title: string;
	onClose: () => void;
}) {
	return (
		<Dialog
			title={t("lead.about.key")}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" icon={print} onClick={() => window.print()}>
						{t("lead.about.print")}
					</Button>
					<Button variant="primary" onClick={onClose}>
						{t("lead.about.key_kept")}
					</Button>
				</>
			}
		>
			<div class="key-sheet stack-s">
				<p dir="auto">
					<b>{title}</b>
				</p>
				<p class="code key" dir="ltr">
					{secret.match(/.{1,4}/g)?.join(" ")}
				</p>
				<p>{t("lead.about.key_where")}</p>
				<p dir="ltr">{`${location.origin}/led/${room}`}</p>
			</div>
		</Dialog>
	);
}

/** Deleting asks for the code, so that nobody does it by a slip of the hand. */
function Delete({ m, code, onClose }: { m: Meeting; code: string; onClose: () => void }) {
	const [typed, type] = useState("");
	const [wrong, setWrong] = useState("");
	const plain = (s: string) => s.toUpperCase().replace(/[^0-9A-Z]/g, "");
	const go = async () => {
		if (plain(typed) !== plain(code)) {
			setWrong(t("lead.about.delete_wrong"));
			return;
		}
		const answer = await api.remove(m.room);
		if (!answer.ok) {
			setWrong(refused(answer.code));
			return;
		}
		m.close();
		forget(m.room);
		location.assign("/");
	};
	return (
		<Dialog title={t("lead.about.delete_title")} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					void go();
				}}
			>
				<p>{t("lead.about.delete_all")}</p>
				<div class="field">
					<label class="ds-label" for="confirm">
						{t("lead.about.delete_type", { code: codeText(code) })}
					</label>
					<input
						class="ds-input"
						id="confirm"
						dir="ltr"
						autocomplete="off"
						autocapitalize="characters"
						spellcheck={false}
						value={typed}
						aria-invalid={wrong !== ""}
						aria-describedby={wrong ? "confirm-wrong" : undefined}
						onInput={(e) => type(e.currentTarget.value)}
					/>
					{wrong ? (
						<p class="ds-validation-message" id="confirm-wrong" role="alert">
							{wrong}
						</p>
					) : null}
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" stop type="submit">
						{t("lead.about.delete")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

import { useState } from "preact/hooks";
import { allStatus, limits, type Status } from "../gen/protocol";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, hand, pen } from "../ui/icons";
import { length } from "../words/length";
import { t } from "../words/words";
import { Both } from "./both";
import type { Given } from "./given";
import { Confirmed } from "./list";
import { NextUp } from "./nextup";
import { dropOvertaken, overtaken } from "./refusals";
import type { Row } from "./rows";
import { said } from "./status";
import { voice } from "./voices";

const sayable = allStatus.filter((s) => s !== "ukjent");

/** Say is how the measure is now, who said so and when, and how to say something else. */
export function Say({ r, m, cal }: Given & { r: Row }) {
	const [saying, begin] = useState(false);
	const slot = `status/${r.id}`;
	const seen = r.care.seen.status ?? 0;
	const mine = overtaken(m, slot)?.with as { status: Status; says: string; help: boolean } | undefined;
	const send = (status: Status, says: string, help: boolean, on: number) =>
		m.send("status.set", { id: r.id, status, says, help, seen: on }, slot);
	return (
		<section class="box say" aria-labelledby="now">
			<div class="stack-s">
				<h2 id="now">{t("follow.now")}</h2>
				<p class="lead" dir="auto">
					{r.care.says || (r.care.by.role ? said(r.care.status) : t("follow.never_said_long"))}
				</p>
				<NextUp r={r} cal={cal} />
				{r.care.help ? (
					<p class="line">
						<Icon d={hand} />
						<b>{t("follow.help_asked")}</b>
					</p>
				) : null}
				<p class="muted row wrap">
					<span>{t("follow.field.confirmed")}:</span> <Confirmed of={r} cal={cal} today={cal.today.value} />
					{r.care.by.role ? <span>{voice(r.care.by)}</span> : null}
				</p>
				{mine ? (
					<Both
						theirs={`${said(r.care.status)}. ${r.care.says}`}
						mine={`${said(mine.status)}. ${mine.says}`}
						keep={() => {
							dropOvertaken(m, slot);
							send(mine.status, mine.says, mine.help, seen);
						}}
						take={() => dropOvertaken(m, slot)}
					/>
				) : null}
			</div>
			<div class="row wrap">
				<Button variant="primary" icon={pen} onClick={() => begin(true)}>
					{t("follow.say")}
				</Button>
				<Button
					variant="paper"
					icon={check}
					onClick={() => {
						m.send("status.confirm", { id: r.id, seen });
						say(t("follow.confirmed_done"));
					}}
				>
					{t("follow.confirm")}
				</Button>
			</div>
			{saying ? (
				<SayDialog r={r} onYes={(s, says, help) => send(s, says, help, seen)} onClose={() => begin(false)} />
			) : null}
		</section>
	);
}

function SayDialog({
	r,
	onYes,
	onClose,
}: {
	r: Row;
	onYes: (status: Status, says: string, help: boolean) => void;
	onClose: () => void;
}) {
	const [status, choose] = useState<Status>(r.care.status);
	const [says, write] = useState("");
	const [help, ask] = useState(false);
	const [tried, attempt] = useState(false);
	const over = length(says) - limits.idea;
	const dropped = status === "lagt-bort";
	const wrong =
		over > 0 ? t("follow.over", { n: over }) : tried && dropped && !says.trim() ? t("follow.why_dropped") : "";
	return (
		<Dialog title={t("follow.say_title")} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					attempt(true);
					if (over > 0 || (dropped && !says.trim())) {
						document.getElementById("says")?.focus();
						return;
					}
					onYes(status, says.trim(), help);
					onClose();
				}}
			>
				<fieldset class="four">
					<legend>{t("follow.field.status")}</legend>
					{sayable.map((s) => (
						<label key={s}>
							<input type="radio" name="status" value={s} checked={s === status} onChange={() => choose(s)} />
							<span>{said(s)}</span>
						</label>
					))}
				</fieldset>
				<div class="field">
					<label class="ds-label" for="says">
						{t(dropped ? "follow.reason" : "follow.says")}
					</label>
					<p class="hint" id="says-hint">
						{t("follow.says_hint")}
					</p>
					<textarea
						class="ds-input"
						id="says"
						rows={2}
						dir="auto"
						value={says}
						aria-describedby={wrong ? "says-wrong" : "says-hint"}
						aria-invalid={wrong !== ""}
						onInput={(e) => write(e.currentTarget.value)}
					/>
					{wrong ? (
						<p class="ds-validation-message" id="says-wrong" role="alert">
							{wrong}
						</p>
					) : null}
				</div>
				<label class="tick">
					<input type="checkbox" checked={help} onChange={(e) => ask(e.currentTarget.checked)} />
					<span>{t("follow.help_ask")}</span>
				</label>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("follow.say_yes")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

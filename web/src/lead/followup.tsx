import { useState } from "preact/hooks";
import type { NewKey } from "../net/api";
import * as api from "../net/api";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { link, next } from "../ui/icons";
import { print } from "../ui/lateicons";
import { day } from "../words/dates";
import { refused, t } from "../words/words";
import { Ask } from "./ask";
import { say } from "./voice";

/**
 * FollowUp hands the evening over with one press: a link for those who carry the measures through
 * the year, to copy, to point a phone at, or on paper. A device that has made it shows the same again.
 */
export function FollowUp({ m }: { m: Meeting }) {
	const kept = `follow:${m.room}`;
	const [made, setMade] = useState<NewKey | undefined>(undefined);
	const [asking, ask] = useState(false);
	const make = async () => {
		const said = await api.rotate(m.room, "follow");
		if (!said.ok) {
			say(refused(said.code));
			return;
		}
		notebook.write(kept, JSON.stringify(said.body));
		setMade(said.body);
	};
	const open = () => {
		const before = notebook.read(kept);
		if (before) setMade(JSON.parse(before) as NewKey);
		else if (m.store.all("members").size) ask(true);
		else void make();
	};
	return (
		<section class="box stack" aria-labelledby="followup">
			<h2 id="followup">{t("lead.follow.title")}</h2>
			<ol class="steps stack-s">
				<li>{t("lead.follow.one")}</li>
				<li>{t("lead.follow.two")}</li>
				<li>{promise(m)}</li>
			</ol>
			<Button variant="primary" icon={next} onClick={open}>
				{t("lead.follow.hand")}
			</Button>
			{made ? <Sheet m={m} made={made} onNew={() => ask(true)} onClose={() => setMade(undefined)} /> : null}
			{asking ? (
				<Ask
					title={t("lead.follow.new")}
					yes={t("lead.about.make_new")}
					onYes={() => void make()}
					onClose={() => ask(false)}
				>
					<p>{t("lead.follow.new_why")}</p>
				</Ask>
			) : null}
		</section>
	);
}

function promise(m: Meeting): string {
	const by = m.store.one("meeting")?.answerBy;
	return by ? t("lead.follow.three", { date: day(by, new Date(m.clock.now())) }) : t("lead.follow.three_open");
}

/** Sheet is the link in every shape it can be handed over in. Printing gives a page with it and nothing else. */
function Sheet({ m, made, onNew, onClose }: { m: Meeting; made: NewKey; onNew: () => void; onClose: () => void }) {
	const url = made.url || `${location.origin}/oppfolging/${m.room}#${made.key}`;
	const copy = async () => {
		const done = await navigator.clipboard?.writeText(url).then(
			() => true,
			() => false,
		);
		say(t(done ? "lead.follow.copied" : "lead.follow.copy_yourself"));
	};
	return (
		<Dialog
			title={t("lead.follow.link")}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" onClick={onClose}>
						{t("common.close")}
					</Button>
					<Button variant="paper" icon={print} onClick={() => window.print()}>
						{t("lead.about.print")}
					</Button>
					<ButtonLink variant="primary" href={`/oppfolging/${m.room}#${made.key}`} target="_blank">
						{t("lead.follow.open")}
					</ButtonLink>
				</>
			}
		>
			<div class="key-sheet stack-s">
				<p dir="auto">
					<b>{m.store.one("meeting")?.title}</b>
				</p>
				{made.qr ? (
					<img
						class="qr"
						src={`data:image/svg+xml,${encodeURIComponent(made.qr)}`}
						alt={t("lead.follow.qr_alt")}
						width={280}
						height={280}
					/>
				) : null}
				<div class="field">
					<label class="ds-label" for="follow-link">
						{t("lead.follow.link_label")}
					</label>
					<textarea
						class="ds-input"
						id="follow-link"
						dir="ltr"
						rows={2}
						readOnly
						value={url}
						onFocus={(e) => e.currentTarget.select()}
					/>
				</div>
				<p>{t("lead.follow.link_why")}</p>
			</div>
			<p class="row wrap">
				<Button variant="paper" small icon={link} onClick={() => void copy()}>
					{t("lead.follow.copy")}
				</Button>
				<Button variant="tertiary" small onClick={onNew}>
					{t("lead.follow.new")}
				</Button>
			</p>
		</Dialog>
	);
}

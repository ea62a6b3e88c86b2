import { useState } from "preact/hooks";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { dateIn } from "../state/moment";
import { Button, ButtonLink } from "../ui/button";
import { download, lock, paper } from "../ui/icons";
import { print } from "../ui/lateicons";
import { clockAt } from "../words/clock";
import { day } from "../words/dates";
import { type Key, refused, t } from "../words/words";
import { Ask } from "./ask";
import { say } from "./voice";

/** Deletions is what the house has deleted of the meeting by itself, and what it will. */
function Deletions({ m }: { m: Meeting }) {
	const lines = m.store.one("deletions")?.lines ?? [];
	const zone = m.store.one("meeting")?.zone ?? "";
	if (lines.length === 0) return null;
	return (
		<details>
			<summary>{t("lead.gone.title")}</summary>
			<ul class="stack-s">
				{lines.map((l) => (
					<li key={l.what}>
						{t(l.gone ? "lead.gone.gone" : "lead.gone.goes", {
							what: t(`lead.gone.${l.what}` as Key),
							day: day(dateIn(l.gone || l.goes, zone)),
						})}
					</li>
				))}
			</ul>
		</details>
	);
}

/** Report is the minutes: to read and print, to take away in the shape that is needed, and to put a line under when the meeting is over. */
export function Report({ m }: { m: Meeting }) {
	const about = m.store.one("meeting");
	const finished = m.store.one("reports")?.finished ?? [];
	const [asked, ask] = useState(false);
	if (!about) return null;
	const file = (shape: string) => `/api/rooms/${m.room}/export.${shape}`;
	const finish = async () => {
		const answer = await api.finish(m.room);
		if (answer.ok) say(t("lead.report.done", { n: answer.body.n }));
		else say(answer.code === "unchanged" ? t("lead.report.same") : refused(answer.code));
	};
	return (
		<div class="stack">
			<div class="row wrap">
				<ButtonLink variant="secondary" icon={print} href={`/referat/${m.room}`}>
					{t("lead.report.read")}
				</ButtonLink>
				{about.status === "ended" ? (
					<ButtonLink variant="paper" icon={paper} href={`/ett-ark/${m.room}`}>
						{t("lead.report.one")}
					</ButtonLink>
				) : null}
			</div>
			<div class="row wrap">
				{shapes.map(([shape, word]) => (
					<ButtonLink key={shape} variant="paper" small icon={download} href={file(shape)} download>
						{t(word)}
					</ButtonLink>
				))}
			</div>
			{about.status === "ended" ? (
				<>
					{finished.length ? (
						<ul class="stack-s">
							{finished.map((f) => (
								<li key={f.n}>
									<a href={`/referat/${m.room}?version=${f.n}`}>
										{t("lead.report.version", {
											n: f.n,
											day: day(dateIn(f.at, about.zone)),
											time: clockAt(f.at, about.zone),
										})}
									</a>
								</li>
							))}
						</ul>
					) : (
						<p class="muted">{t("lead.report.unfinished")}</p>
					)}
					<div>
						<Button variant="paper" icon={lock} onClick={() => ask(true)}>
							{t(finished.length ? "lead.report.finish_again" : "lead.report.finish")}
						</Button>
					</div>
				</>
			) : null}
			<Deletions m={m} />
			{asked ? (
				<Ask
					title={t("lead.report.finish")}
					yes={t("lead.report.finish_yes")}
					onYes={() => void finish()}
					onClose={() => ask(false)}
				>
					<p>{t("lead.report.finish_why")}</p>
				</Ask>
			) : null}
		</div>
	);
}

/** What a report can be taken away as, the most asked for first. */
const shapes = [
	["docx", "lead.report.docx"],
	["xlsx", "lead.report.xlsx"],
	["zip", "lead.report.zip"],
	["csv", "lead.report.csv"],
	["md", "lead.report.md"],
	["json", "lead.report.json"],
] as const;

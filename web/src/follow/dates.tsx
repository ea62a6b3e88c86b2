import { useState } from "preact/hooks";
import { allDateKind, type DateKind, type DateView, limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { Button, ButtonLink } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { calendar, clock, plus, trash } from "../ui/icons";
import { t } from "../words/words";
import { between } from "./calendar";
import type { Given } from "./given";

const usual: Record<DateKind, number> = { okonomiplan: 60, bufdir: 42, eget: 14 };

/** name is what a date is called: by its own words, or by what kind of day it is. */
export const nameOf = (d: DateView): string => d.title || t(`follow.dates.kind.${d.kind as DateKind}`);

/** Dates is the group's own calendar. What is asked to be reminded of turns up among what waits. */
export function Dates({ m, cal }: Given) {
	const [editing, edit] = useState<DateView | "new" | undefined>();
	const today = cal.today.value;
	const list = m.store.list("dates", (d) => Date.parse(d.day));
	return (
		<main class="follow-main">
			<div class="hero">
				<div>
					<h1 tabIndex={-1}>{t("follow.page.dates")}</h1>
					<p class="muted">{t("follow.dates.about")}</p>
				</div>
				<span class="push" />
				<Button variant="primary" icon={plus} onClick={() => edit("new")}>
					{t("follow.dates.add")}
				</Button>
			</div>
			<section class="box stack" aria-label={t("follow.page.dates")}>
				{list.length === 0 ? <Empty title={t("follow.dates.none")} /> : null}
				<ul class="dates">
					{list.map((d) => (
						<li key={d.id} data-past={d.day < today ? "" : undefined}>
							<Icon d={calendar} />
							<div>
								<b dir="auto">{nameOf(d)}</b>
								<p>
									<span class="num">{cal.say(d.day)}</span>{" "}
									<span
										class="chip"
										data-tone={d.day >= today && between(today, d.day) <= d.before ? "look" : undefined}
									>
										{when(today, d.day)}
									</span>
								</p>
								{d.before ? (
									<p class="small muted line">
										<Icon d={clock} />
										<span>{t("follow.dates.reminds", { n: d.before })}</span>
									</p>
								) : null}
							</div>
							<span class="push row wrap">
								<Button variant="tertiary" small onClick={() => edit(d)}>
									{t("common.edit")}
									<span class="vh"> {nameOf(d)}</span>
								</Button>
								<Button
									variant="tertiary"
									small
									stop
									icon={trash}
									onClick={() => m.send("date.set", { ...bare(d), day: "", seen: d.seen })}
								>
									{t("follow.dates.remove")}
									<span class="vh"> {nameOf(d)}</span>
								</Button>
							</span>
						</li>
					))}
				</ul>
				<p>
					<ButtonLink
						variant="paper"
						small
						icon={calendar}
						href={`/api/rooms/${m.room}/calendar.ics?surface=follow`}
						download
					>
						{t("follow.dates.file")}
					</ButtonLink>
				</p>
				<p class="small muted">{t("follow.dates.file_why")}</p>
			</section>
			{editing ? (
				<Edit {...{ m, cal }} of={editing === "new" ? undefined : editing} done={() => edit(undefined)} />
			) : null}
		</main>
	);
}

const bare = ({ id, day, kind, title, before }: DateView) => ({ id, day, kind, title, before });

function when(today: string, day: string): string {
	const n = between(today, day);
	return n < 0 ? t("follow.dates.past") : n === 0 ? t("follow.dates.today") : t("follow.dates.left", { n });
}

function Edit({ m, of, done }: Given & { of: DateView | undefined; done: () => void }) {
	const [now, set] = useState(
		of ? bare(of) : { id: newId(), day: "", kind: "bufdir", title: "", before: usual.bufdir },
	);
	const [wrong, tell] = useState(false);
	const save = () => {
		if (!now.day || (now.kind === "eget" && !now.title.trim())) return tell(true);
		m.send("date.set", { ...now, seen: of?.seen ?? 0 });
		done();
	};
	return (
		<Dialog
			title={t(of ? "common.edit" : "follow.dates.add")}
			onClose={done}
			foot={
				<>
					<Button variant="primary" onClick={save}>
						{t("common.save")}
					</Button>
					<Button variant="paper" onClick={done}>
						{t("common.cancel")}
					</Button>
				</>
			}
		>
			<div class="stack">
				<div class="field">
					<label class="ds-label" for="date-kind">
						{t("follow.dates.kind")}
					</label>
					<select
						class="ds-input"
						id="date-kind"
						value={now.kind}
						onChange={(e) => {
							const kind = e.currentTarget.value as DateKind;
							set({ ...now, kind, before: of ? now.before : usual[kind] });
						}}
					>
						{allDateKind.map((kind) => (
							<option key={kind} value={kind}>
								{t(`follow.dates.kind.${kind}`)}
							</option>
						))}
					</select>
				</div>
				<div class="field">
					<label class="ds-label" for="date-day">
						{t("follow.dates.day")}
					</label>
					<input
						class="ds-input"
						id="date-day"
						type="date"
						value={now.day}
						aria-invalid={wrong}
						aria-describedby="date-wrong"
						onInput={(e) => set({ ...now, day: e.currentTarget.value })}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="date-title">
						{t("follow.dates.title")}
					</label>
					<input
						class="ds-input"
						id="date-title"
						type="text"
						dir="auto"
						autocomplete="off"
						maxLength={limits.step}
						value={now.title}
						onInput={(e) => set({ ...now, title: e.currentTarget.value })}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="date-before">
						{t("follow.dates.before")}
					</label>
					<input
						class="ds-input"
						id="date-before"
						type="text"
						inputMode="numeric"
						autocomplete="off"
						value={String(now.before)}
						onInput={(e) =>
							set({ ...now, before: Math.min(365, Number(e.currentTarget.value.replace(/\D/g, "")) || 0) })
						}
					/>
				</div>
				<p class="ds-validation-message" id="date-wrong" role="alert" hidden={!wrong}>
					{t("follow.dates.wrong")}
				</p>
			</div>
		</Dialog>
	);
}

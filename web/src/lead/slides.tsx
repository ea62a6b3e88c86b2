import { useState } from "preact/hooks";
import type { SlideView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button, IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { down, pause, pen, play, plus, screen, trash, up } from "../ui/icons";
import { info, print } from "../ui/lateicons";
import { t } from "../words/words";
import { Ask } from "./ask";
import { SlideDialog } from "./slide";
import { undoing } from "./undo";
import { say } from "./voice";
import { openVote } from "./vote";

/** slidesOf is the slides as they lie in the tray, of one step or of all. */
export const slidesOf = (m: Meeting, step?: string): SlideView[] =>
	(m.store.one("tray")?.slides ?? []).flatMap((id) => {
		const s = m.store.get("slides", id);
		return s && (step === undefined || s.step === step) ? [s] : [];
	});

export const nameOf = (s: SlideView): string => s.title || s.alt;

/** Slides is what the hall looks at in a step: which is up, which come, and how they are made and changed. */
export function Slides({ m, step }: { m: Meeting; step: string }) {
	const [editing, edit] = useState<SlideView | "new" | undefined>(undefined);
	const [printing, setPrinting] = useState(false);
	const list = slidesOf(m, step);
	const others = slidesOf(m).filter((s) => s.step !== step);
	return (
		<section class="box stack-s slides-desk" aria-labelledby="slides">
			<h2 id="slides">{t("lead.slides.title")}</h2>
			{list.length ? (
				<ol class="stack-s">
					{list.map((s, i) => (
						<Row key={s.id} m={m} of={s} before={list[i - 1]} after={list[i + 1]} at={i} edit={() => edit(s)} />
					))}
				</ol>
			) : (
				<p class="muted small">{t("lead.slides.none")}</p>
			)}
			<div class="row wrap">
				<Button variant="paper" small icon={plus} onClick={() => edit("new")}>
					{t("lead.slides.add")}
				</Button>
				{list.length + others.length ? (
					<Button variant="tertiary" small icon={print} onClick={() => setPrinting(true)}>
						{t("lead.slides.print")}
					</Button>
				) : null}
			</div>
			{others.length ? <Others m={m} list={others} /> : null}
			{editing ? (
				<SlideDialog m={m} step={step} of={editing === "new" ? undefined : editing} onClose={() => edit(undefined)} />
			) : null}
			{printing ? <Handout m={m} onClose={() => setPrinting(false)} /> : null}
		</section>
	);
}

/** Others is any slide at any time: somebody asks, and the leader turns back to it. */
export function Others({ m, list }: { m: Meeting; list: readonly SlideView[] }) {
	return (
		<details>
			<summary>{t("lead.slides.other")}</summary>
			<ul class="stack-s">
				{list.map((s) => (
					<li key={s.id} class="row wrap">
						<span dir="auto">{nameOf(s)}</span>
						<Show m={m} of={s} />
					</li>
				))}
			</ul>
		</details>
	);
}

interface RowProps {
	m: Meeting;
	of: SlideView;
	before: SlideView | undefined;
	after: SlideView | undefined;
	at: number;
	edit: () => void;
}

function Row({ m, of, before, after, at, edit }: RowProps) {
	const [asked, ask] = useState(false);
	const shown = m.store.one("showing")?.slide === of.id;
	const old = of.figures.find((f) => f.old);
	const move = (behind: string) => m.send("slide.move", { id: of.id, after: behind }, `slide/${of.id}/move`);
	const beforeThat = slidesOf(m, of.step)[at - 2]?.id ?? "";
	return (
		<li class="slide-row" data-up={shown ? "" : undefined}>
			{of.picture ? (
				<img src={`/api/rooms/${m.room}/pictures/${of.picture}?surface=lead`} alt="" width={of.wide} height={of.high} />
			) : null}
			<div>
				<b dir="auto">{nameOf(of)}</b>
				<span class="muted small">{t(`lead.slide.kind_${of.kind}`)}</span>
				{of.kind === "film" ? <p class="muted small">{t("lead.film.where")}</p> : null}
				{old ? (
					<p class="line warn small">
						<Icon d={info} />
						<span>{t("lead.slides.old", { year: old.year })}</span>
					</p>
				) : null}
			</div>
			<div class="row wrap">
				<Show m={m} of={of} />
				<IconButton icon={pen} label={`${t("lead.slides.edit")}: ${nameOf(of)}`} onClick={edit} />
				{before ? (
					<IconButton icon={up} label={`${t("lead.slides.sooner")}: ${nameOf(of)}`} onClick={() => move(beforeThat)} />
				) : null}
				{after ? (
					<IconButton icon={down} label={`${t("lead.slides.later")}: ${nameOf(of)}`} onClick={() => move(after.id)} />
				) : null}
				<IconButton
					icon={trash}
					label={`${t("lead.slides.remove")}: ${nameOf(of)}`}
					onClick={() => {
						m.send("slide.remove", { id: of.id });
						say(t("lead.slides.removed"), undoing(m, "slide.removed"));
					}}
				/>
				{of.picture ? (
					<Button variant="tertiary" small stop onClick={() => ask(true)}>
						{t("lead.slides.forgood")}
					</Button>
				) : null}
			</div>
			{asked ? (
				<Ask
					title={t("lead.slides.forgood")}
					yes={t("lead.slides.forgood")}
					onYes={() => m.send("picture.drop", { id: of.picture })}
					onClose={() => ask(false)}
				>
					<p>{t("lead.slides.forgood_why")}</p>
				</Ask>
			) : null}
		</li>
	);
}

/** Show puts a slide on the board and takes it down; a film it starts and stops. */
function Show({ m, of }: { m: Meeting; of: SlideView }) {
	const showing = m.store.one("showing");
	if (openVote(m) || m.store.one("meeting")?.status === "ended") return null;
	if (showing?.slide !== of.id) {
		return (
			<Button
				variant="paper"
				small
				icon={screen}
				aria-label={`${t("lead.slides.show")}: ${nameOf(of)}`}
				onClick={() => m.send("board.show", { what: "slide", slide: of.id }, "board")}
			>
				{t("lead.slides.show")}
			</Button>
		);
	}
	return (
		<>
			<span class="chip" data-tone="ok">
				<Icon d={screen} />
				{t("lead.slides.on")}
			</span>
			{of.kind === "film" ? (
				<Button
					small
					icon={showing.playing ? pause : play}
					onClick={() => m.send("film.play", { slide: of.id, on: !showing.playing }, "film")}
				>
					{t(showing.playing ? "lead.film.stop" : "lead.film.start")}
				</Button>
			) : null}
			<Button variant="tertiary" small onClick={() => m.send("board.show", { what: "" }, "board")}>
				{t("lead.slides.down")}
			</Button>
		</>
	);
}

/** Handout is the slides on paper, three on a page, with every year and source, and pictures with their words. */
function Handout({ m, onClose }: { m: Meeting; onClose: () => void }) {
	const about = m.store.one("meeting");
	return (
		<Dialog
			title={t("lead.slides.print")}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" onClick={onClose}>
						{t("common.close")}
					</Button>
					<Button variant="primary" icon={print} onClick={() => window.print()}>
						{t("lead.about.print")}
					</Button>
				</>
			}
		>
			<p class="no-print">{t("lead.slides.print_why")}</p>
			<div class="paper-kit handout">
				<p dir="auto">{about?.title}</p>
				{slidesOf(m).map((s) => (
					<section key={s.id} class="slide-sheet">
						{s.title ? <h3 dir="auto">{s.title}</h3> : null}
						{s.picture ? (
							<img
								src={`/api/rooms/${m.room}/pictures/${s.picture}?surface=lead`}
								alt={s.alt}
								width={s.wide}
								height={s.high}
							/>
						) : null}
						{s.alt ? <p dir="auto">{s.alt}</p> : null}
						<ul>
							{s.lines.map((l) => (
								<li key={l} dir="auto">
									{l}
								</li>
							))}
							{s.figures.map((f) => (
								<li key={f.label} dir="auto">
									<b>
										{f.number} {f.unit}
									</b>{" "}
									{f.label} ({f.source}, {f.year})
								</li>
							))}
						</ul>
						{s.kind === "promise" && about?.decides ? (
							<p>
								{t("common.decides")}: <b dir="auto">{about.decides}</b>
							</p>
						) : null}
					</section>
				))}
			</div>
		</Dialog>
	);
}

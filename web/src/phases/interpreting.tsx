import { useState } from "preact/hooks";
import type { MoodView, PhaseKind } from "../gen/protocol";
import { HereAs } from "../participant/hereas";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { speaker } from "../ui/icons";
import { lastResult } from "../ui/rounds";
import { Slip } from "../ui/slip";
import { type Key, t } from "../words/words";
import { Asked } from "./asked";
import { Card, cardsOf } from "./card";
import type { PhaseProps } from "./index";
import { Norsk, Unread, WriteNorsk } from "./norsk";
import { type Point, points } from "./notes";
import { Question } from "./question";
import { Need, Together } from "./together";

/** What an interpreter does in each kind of step. */
const todo: Record<PhaseKind, Key> = {
	lobby: "p.tolk.lobby",
	info: "p.tolk.listen",
	bli_kjent: "p.tolk.talk",
	stemning: "p.tolk.vote",
	stille: "p.tolk.silent",
	par: "p.tolk.talk",
	runde: "p.tolk.talk",
	velg_kort: "p.tolk.cards",
	samtale: "p.tolk.talk",
	tiltak: "p.tolk.talk",
	pause: "p.tolk.pause",
	plenum: "p.tolk.listen",
	sammenslaing: "p.tolk.listen",
	avstemning: "p.tolk.vote",
	resultat: "p.tolk.listen",
	ansvarlig: "p.tolk.listen",
	avrunding: "p.tolk.talk",
};

/** Interpreting is every step for whoever says it in another language: the words large and ahead of time, and nothing to press but a Norwegian line. */
export function Interpreting({ m, step, unsent }: PhaseProps) {
	const ahead = m.store.one("ahead")?.steps ?? [];
	const now = ahead.find((s) => s.id === step.id);
	const card = m.store.get("groups", m.me.value?.group ?? 0)?.card;
	const group = m.me.value?.group;
	const waits = step.kind === "lobby";
	const title = waits ? (group ? t("p.lobby.group", { n: group }) : t("p.lobby.title")) : step.title;
	const dealt = card ? m.store.get("cards", card) : undefined;
	return (
		<Screen title={title} beside={<StepTimer m={m} />}>
			<p class="callout-box line">
				<Icon d={speaker} />
				<span>
					{t("p.tolk.is")} <b>{t(todo[step.kind] ?? todo.info)}</b>
				</span>
			</p>
			<Shown m={m} step={step} />
			<div class="to-read stack-s">
				<Question step={step} />
				{now?.say ? <Says say={now.say} /> : null}
			</div>
			{unsent}
			{dealt ? <Card card={dealt} big /> : null}
			<List m={m} writing={!spoken.includes(step.kind)} />
			<Ahead m={m} />
			<Deck m={m} />
			{waits ? (
				<>
					<Need m={m} />
					<Together m={m} />
				</>
			) : (
				<HereAs m={m} />
			)}
		</Screen>
	);
}

function Says({ say }: { say: string }) {
	return (
		<>
			<h2>{t("p.tolk.says")}</h2>
			<p dir="auto">{say}</p>
		</>
	);
}

/** Where the lists have done their work, and what is said is what all see. */
const spoken: readonly PhaseKind[] = ["avstemning", "resultat", "ansvarlig", "avrunding"];

/** Shown is what the board shows and others read for themselves, to be said aloud: what there is to choose between, what came of it, and the measures. */
function Shown({ m, step }: Pick<PhaseProps, "m" | "step">) {
	switch (step.kind) {
		case "velg_kort":
			return <Hand m={m} />;
		case "stemning":
			return <Asks mood={m.store.get("moods", step.id)} />;
		case "avstemning":
			return <Lines name={t("p.vote.options")} lines={m.store.list("votes", (v) => -v.order)[0]?.options ?? []} />;
		case "resultat":
			return (
				<Lines
					name={t("p.result.title")}
					lines={(lastResult(m).result?.rows ?? []).map((r) => ({ ...r, n: r.rank }))}
				/>
			);
		case "ansvarlig":
			return (
				<Lines
					name={t("p.measure.title")}
					lines={m.store
						.list("measures", (x) => x.order)
						.map((x, i) => ({ id: x.id, n: i + 1, title: x.title, who: x.responsible }))}
				/>
			);
	}
	return null;
}

/** Asks is what the mood asks about, and what the ends of the scale are called. */
function Asks({ mood }: { mood: MoodView | undefined }) {
	if (!mood) return null;
	return (
		<>
			<Lines name={mood.title} lines={mood.asks.map((title, i) => ({ id: title, n: i + 1, title }))} />
			<p>
				1 = {t("common.mood_low")}, 5 = {t("common.mood_high")}
			</p>
		</>
	);
}

/** Hand is the cards that the table chooses between in secret, as the one beside her is shown them; how the choosing stands is not for reading out. */
function Hand({ m }: { m: Meeting }) {
	const [pick] = m.store.list("picks", (p) => p.cast);
	if (!pick) return null;
	const tied = pick.tied.length > 0;
	return (
		<section class="to-read stack-s" aria-labelledby="hand">
			<h2 id="hand">{t(tied ? "p.pick.tied" : "p.pick.title")}</h2>
			{tied ? null : <p>{t("p.pick.how")}</p>}
			<ul class="stack-s">
				{cardsOf(m, tied ? pick.tied : pick.hand).map((c) => (
					<li key={c.id} class="slip stack-s" dir="auto">
						<b>{c.title}</b>
						<p>{c.question}</p>
					</li>
				))}
			</ul>
		</section>
	);
}

/** Lines are read aloud one by one, with the number that the board gives them. */
function Lines({
	name,
	lines,
}: {
	name: string;
	lines: readonly { id: string; n: number; title: string; who?: string }[];
}) {
	if (lines.length === 0) return null;
	return (
		<ol class="to-read stack-s" aria-label={name}>
			{lines.map((o) => (
				<li key={o.id} class="slip line">
					<b class="num">{o.n}</b>
					<span dir="auto">{o.who ? `${o.title} (${o.who})` : o.title}</span>
				</li>
			))}
		</ol>
	);
}

/** List is what lies on the table, where the line beneath a note is hers to write. */
function List({ m, writing }: { m: Meeting; writing: boolean }) {
	const [open, say] = useState<Pick<Point, "id" | "text" | "lang" | "norsk"> | undefined>();
	const group = m.me.value?.group ?? 0;
	const sent = m.store
		.list("ideas", (i) => i.order)
		.filter((i) => i.place === "plenum" && i.group === group && group > 0);
	const list = points(m);
	if (list.length + sent.length === 0) return null;
	return (
		<section class="stack-s" aria-labelledby="table-list">
			<h2 id="table-list">{t("p.tolk.list")}</h2>
			{writing ? <p class="small muted">{t("p.tolk.norsk")}</p> : null}
			<Asked
				m={m}
				list={[...list, ...sent]}
				row={(p) => (
					<Slip text={p.text} lang={p.lang} norsk={p.norsk}>
						<Unread note={p} />
						{writing ? <WriteNorsk note={p} always open={() => say(p)} /> : null}
					</Slip>
				)}
			/>
			{open ? <Norsk m={m} note={open} done={() => say(undefined)} /> : null}
		</section>
	);
}

/** Ahead is what comes, with what will be said. */
function Ahead({ m }: { m: Meeting }) {
	const [, ...coming] = m.store.one("ahead")?.steps ?? [];
	if (coming.length === 0) return null;
	return (
		<details>
			<summary>{t("p.tolk.ahead")}</summary>
			<ol class="stack-s">
				{coming.map((s) => (
					<li key={s.id} class="sunk stack-s">
						<h2 dir="auto">{s.title}</h2>
						{s.question ? (
							<p class="strip" dir="auto">
								{s.question}
							</p>
						) : null}
						{s.say ? <p dir="auto">{s.say}</p> : null}
					</li>
				))}
			</ol>
		</details>
	);
}

/** Deck is every card that can come onto the table. */
function Deck({ m }: { m: Meeting }) {
	const order = m.store.one("deck")?.cards ?? [];
	const cards = cardsOf(m, order);
	if (cards.length === 0) return null;
	return (
		<details>
			<summary>{t("p.tolk.deck", { n: cards.length })}</summary>
			<ul class="stack-s">
				{cards.map((c) => (
					<li key={c.id} class="sunk stack-s">
						<h2 dir="auto">{c.title}</h2>
						<p dir="auto">{c.question}</p>
						{c.prompts.length ? (
							<ul class="prompts">
								{c.prompts.map((p) => (
									<li key={p} dir="auto">
										{p}
									</li>
								))}
							</ul>
						) : null}
					</li>
				))}
			</ul>
		</details>
	);
}

import { useState } from "preact/hooks";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { calendar, check, next, people, plus } from "../ui/icons";
import { Slip } from "../ui/slip";
import { day } from "../words/dates";
import { t } from "../words/words";
import { Asked } from "./asked";
import { TableCard } from "./card";
import type { PhaseProps } from "./index";
import { MyNotes } from "./mynotes";
import { Norsk, Unread, WriteNorsk } from "./norsk";
import { myNotes, type Point, points } from "./notes";
import { PlanDialog } from "./plandialog";
import { Question } from "./question";
import { ScribeButton, ScribeLine } from "./scribe";
import { SentList } from "./sent";
import { mayWork, SendList } from "./table";

const best = 3; // advised, never forced: a table knows its own evening

/** Tiltak is what, who and when for the few things a table believes in. */
export function Tiltak({ m, step, unsent }: PhaseProps) {
	const [open, plan] = useState<Point | "new" | undefined>();
	const [norsk, read] = useState<Point | undefined>();
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const work = mayWork(m);
	const list = points(m);
	const kept = list.filter((p) => p.place === "table").length;
	return (
		<Screen
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={
				work ? (
					<>
						<Button variant="paper" full icon={plus} onClick={() => plan("new")}>
							{t("p.plan_in.new")}
						</Button>
						<SendList m={m} />
					</>
				) : undefined
			}
		>
			<Question step={step} />
			<TableCard m={m} folded={work} />
			{group?.sent ? null : <ScribeLine m={m} />}
			{group && !group.sent && !group.scribe ? <ScribeButton m={m} /> : null}
			{unsent}
			{!group ? <p class="lead">{t("p.table.nowhere")}</p> : null}
			{group?.sent ? <SentList m={m} /> : null}
			{group && !group.sent ? (
				<section class="stack-s" aria-labelledby="measures">
					<div class="row wrap">
						<h2 id="measures">{t("p.plan_in.list", { n: group.n })}</h2>
						<span class="chip" data-tone="go">
							<Icon d={check} />
							{t("p.table.kept", { n: kept })}
						</span>
					</div>
					{kept > best ? (
						<p class="callout-box" role="note">
							{t("p.plan_in.best", { n: kept })}
						</p>
					) : null}
					{list.length === 0 ? <p class="muted">{t("p.plan_in.empty")}</p> : null}
					<Asked
						m={m}
						list={list}
						row={(p) => <Row m={m} point={p} work={work} plan={() => plan(p)} read={() => read(p)} />}
					/>
				</section>
			) : null}
			{myNotes(m).length ? <MyNotes m={m} share={!!group && !group.sent} /> : null}
			{me?.scribe && !group?.sent ? <ScribeButton m={m} /> : null}
			{norsk ? <Norsk m={m} note={norsk} aside={norsk.unread} done={() => read(undefined)} /> : null}
			{open ? <PlanDialog m={m} {...(open === "new" ? {} : { point: open })} done={() => plan(undefined)} /> : null}
		</Screen>
	);
}

interface RowProps extends Pick<PhaseProps, "m"> {
	point: Point;
	work: boolean;
	plan: () => void;
	read: () => void;
}

function Row({ m, point, work, plan, read }: RowProps) {
	const { id, draft, place } = point;
	const aside = place === "aside";
	const planned = draft.who || draft.due || draft.first;
	return (
		<Slip
			text={point.text}
			lang={point.lang}
			norsk={point.norsk}
			aside={aside}
			{...(point.received ? {} : { is: "saved", word: t("p.note.saved") })}
		>
			{planned ? (
				<ul class="planned">
					{draft.who ? <Line icon={people} text={draft.who} /> : null}
					{draft.due ? <Line icon={calendar} text={t("common.by", { date: day(draft.due) })} /> : null}
					{draft.first ? <Line icon={next} text={draft.first} /> : null}
				</ul>
			) : null}
			<Unread note={point} />
			{aside && !work ? t("p.table.is_aside") : null}
			{work ? (
				<span class="tools">
					{aside ? (
						<Button small variant="paper" onClick={() => m.send("idea.keep", { id }, `sort:${id}`)}>
							{t("p.table.keep")}
						</Button>
					) : (
						<>
							<Button small {...(planned ? { variant: "paper" as const } : {})} onClick={plan}>
								{t(planned ? "p.plan_in.edit" : "p.plan_in.write")}
							</Button>
							<Button
								small
								variant="paper"
								onClick={() => (point.unread ? read() : m.send("idea.aside", { id }, `sort:${id}`))}
							>
								{t("p.table.aside")}
							</Button>
							<WriteNorsk note={point} open={read} />
						</>
					)}
				</span>
			) : null}
		</Slip>
	);
}

function Line({ icon, text }: { icon: string; text: string }) {
	return (
		<li class="line">
			<Icon d={icon} />
			<span dir="auto">{text}</span>
		</li>
	);
}

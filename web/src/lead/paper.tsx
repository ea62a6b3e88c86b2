import type { GroupView, MeetingView, StepView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { print } from "../ui/lateicons";
import { clock, clockAt } from "../words/clock";
import { t } from "../words/words";
import { planOf } from "./times";

const lines = 8; // to write on, on a table's sheet
const spare = 1.1; // slips go astray

/** Paper is how the evening goes on when nothing else does: what is left of the plan, a sheet for each table, slips for all. It is made from what the panel holds, also when the server is gone. */
export function Paper({ m, onClose }: { m: Meeting; onClose: () => void }) {
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const groups = m.store.list("groups", (g) => g.n).filter((g) => g.size > 0);
	if (!about || !step) return null;
	return (
		<Dialog
			title={t("lead.paper")}
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
			<p class="no-print">{t("lead.paper.why", { n: groups.length })}</p>
			<div class="paper-kit">
				<RunSheet m={m} about={about} step={step} />
				{groups.map((g) => (
					<TableSheet key={g.n} m={m} group={g} about={about} step={step} />
				))}
				<Slips m={m} people={groups.reduce((sum, g) => sum + g.size, 0)} />
			</div>
		</Dialog>
	);
}

/** What is left, with times of day if the meeting has begun, and what to say in each step. */
function RunSheet({ m, about, step }: { m: Meeting; about: MeetingView; step: StepView }) {
	const plan = planOf(about, step, m.store.one("timer"), m.clock.seconds.value);
	const said: Readonly<Record<string, string>> = m.store.one("scripts")?.say ?? {};
	return (
		<section class="sheet">
			<p dir="auto">{about.title}</p>
			<h3>{t("lead.paper.left")}</h3>
			<table>
				<tbody>
					{about.agenda.slice(step.index).map((l, i) => (
						<tr key={l.id}>
							<td class="num">
								{plan.at[step.index + i] === undefined ? "" : clockAt(plan.at[step.index + i] as number, about.zone)}
							</td>
							<td dir="auto">
								<b>{l.title}</b>
								{said[l.id] ? <p>{said[l.id]}</p> : null}
							</td>
							<td class="num">{l.minutes ? t("lead.min", { n: l.minutes }) : ""}</td>
						</tr>
					))}
				</tbody>
			</table>
			{about.outBy ? <p>{t("lead.paper.out", { time: clock(about.outBy) })}</p> : null}
		</section>
	);
}

/** One table's: the question, its card, and room to write. */
function TableSheet({
	m,
	group: g,
	about,
	step,
}: {
	m: Meeting;
	group: GroupView;
	about: MeetingView;
	step: StepView;
}) {
	const card = m.store.get("cards", g.card);
	return (
		<section class="sheet">
			<h3>{t("lead.paper.table", { n: g.n, size: g.size })}</h3>
			<p dir="auto">{step.question || about.title}</p>
			{card ? (
				<p dir="auto">
					<b>{card.title}</b> {card.question}
				</p>
			) : null}
			<table class="write">
				<thead>
					<tr>
						<th>{t("lead.paper.what")}</th>
						<th>{t("lead.paper.who")}</th>
						<th>{t("common.first")}</th>
					</tr>
				</thead>
				<tbody>
					{Array.from({ length: lines }, (_, i) => (
						<tr key={i}>
							<td>{i + 1}</td>
							<td />
							<td />
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

/** The ballot on paper, one for each and a few to spare: what is being voted on, or what lies on the wall. */
function Slips({ m, people }: { m: Meeting; people: number }) {
	const vote = m.store.list("votes", (v) => v.order).find((v) => v.status === "open");
	const piles = m.store.list("clusters", (c) => c.order);
	const options = vote?.options ?? piles.map((c) => ({ id: c.id, n: c.order, title: c.title }));
	if (options.length === 0) return null;
	return (
		<section class="slips-sheet">
			{Array.from({ length: Math.ceil(people * spare) }, (_, i) => (
				<div class="paper-slip" key={i}>
					<h3>{t("lead.paper.slip")}</h3>
					<p>{t("lead.paper.slip_how", { n: vote?.k ?? Math.min(3, options.length) })}</p>
					<ol>
						{options.map((o) => (
							<li key={o.id}>
								<span class="cross" /> <span class="num">{o.n}.</span> <span dir="auto">{o.title}</span>
							</li>
						))}
					</ol>
				</div>
			))}
		</section>
	);
}

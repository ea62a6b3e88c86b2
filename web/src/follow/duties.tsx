import type { TaskKind, TaskView } from "../gen/protocol";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { calendar, check, clock, hand, mail, people, warning } from "../ui/icons";
import { t } from "../words/words";
import { toMeasure, toPage } from "./address";
import { between } from "./calendar";
import { nameOf } from "./dates";
import type { Given } from "./given";
import { late, type Row } from "./rows";

/** What a task leads to, and how it looks. Those without a link are ticked off by hand. */
const signs: Record<TaskKind, string> = {
	answer_due: mail,
	answer_soon: mail,
	answer_late: warning,
	status_old: clock,
	help: hand,
	record_60: calendar,
	record_14: calendar,
	record_3: warning,
	mail_failed: warning,
	contribute: people,
	date: calendar,
	ends: clock,
	restored: warning,
};

/** Duties is what waits for the group: what the house has raised, and what the dates of the measures say. */
export function Duties({ m, cal, list }: Given & { list: readonly Row[] }) {
	const today = cal.today.value;
	const tasks = m.store.list("tasks", (x) => x.at).filter((x) => !x.done);
	const passed = list.filter((r) => late(r, today));
	const nobody = list.filter((r) => !r.responsible && r.care.status !== "lagt-bort");
	return (
		<section class="box stack" aria-labelledby="duties">
			<h2 id="duties">{t("follow.duties")}</h2>
			{tasks.length + passed.length + nobody.length === 0 ? (
				<p class="line">
					<Icon d={check} />
					<span>{t("follow.duties_none")}</span>
				</p>
			) : (
				<ul class="duties">
					{tasks.map((x) => (
						<Task key={x.id} of={x} {...{ m, cal, list }} />
					))}
					{passed.map((r) => (
						<li key={`l-${r.id}`}>
							<Icon d={calendar} />
							<div>
								<a href={toMeasure(r.id)} dir="auto">
									{r.title || t("follow.untitled")}
								</a>
								<p class="small">{t("follow.late", { n: between(r.due, today) })}</p>
							</div>
						</li>
					))}
					{nobody.map((r) => (
						<li key={`n-${r.id}`}>
							<Icon d={people} />
							<div>
								<a href={toMeasure(r.id)} dir="auto">
									{r.title || t("follow.untitled")}
								</a>
								<p class="small">{t("common.nobody")}</p>
							</div>
						</li>
					))}
				</ul>
			)}
		</section>
	);
}

function Task({ of: x, m, cal, list }: Given & { of: TaskView; list: readonly Row[] }) {
	const kind = x.kind as TaskKind;
	const about = list.find((r) => r.id === x.measure);
	const date = x.about ? m.store.get("dates", x.about) : undefined;
	const left = x.due ? between(cal.today.value, x.due) : 0;
	const day = x.due ? cal.say(x.due) : "";
	return (
		<li data-kind={kind}>
			<Icon d={signs[kind] ?? calendar} />
			<div>
				{about ? (
					<a href={toMeasure(about.id)} dir="auto">
						{about.title || t("follow.untitled")}
					</a>
				) : date ? (
					<a href={toPage("dates")} dir="auto">
						{nameOf(date)}
					</a>
				) : kind.startsWith("answer") ? (
					<a href={toPage("answer")}>{t("follow.page.answer")}</a>
				) : null}
				<p class="small">{t(`follow.task.${kind}`, { day, n: Math.abs(left) })}</p>
				{about || kind.startsWith("answer") ? null : (
					<Button variant="tertiary" small icon={check} onClick={() => m.send("task.finish", { id: x.id })}>
						{t("follow.task_done")}
					</Button>
				)}
			</div>
		</li>
	);
}

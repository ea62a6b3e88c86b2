import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { Button, ButtonLink } from "../ui/button";
import { Empty } from "../ui/empty";
import { paper, plus, screen } from "../ui/icons";
import { t } from "../words/words";
import { toMeasure, toPage, where } from "./address";
import { Asides } from "./asides";
import { ByStatus } from "./bystatus";
import { CardOf } from "./contactcard";
import { Duties } from "./duties";
import { Evening } from "./evening";
import type { Given } from "./given";
import { List } from "./list";
import { Months } from "./months";
import { counts, rows } from "./rows";
import { StatusChip } from "./status";
import { StatusYear } from "./statusyear";
import { Take } from "./take";
import { Ways } from "./ways";
import { Willing } from "./willing";
import { Write } from "./write";
import { YearLine } from "./yearline";

const views = { list: List, board: ByStatus, year: Months };

/** Overview is where the year stands: what day it is, how each measure is, and what waits. */
export function Overview(given: Given) {
	const { m, cal } = given;
	const [adding, add] = useState(false);
	const about = m.store.one("meeting");
	const list = rows(m);
	const View = views[where.value.way];
	if (!about) return null;
	if (about.status !== "ended") return <NotYet title={about.title} />;
	return (
		<main class="follow-main">
			<div class="hero">
				<div>
					<p class="muted">
						<span dir="auto">{about.title}</span> · {t("follow.held", { day: cal.on(about.ended) })}
					</p>
					<h1 tabIndex={-1}>{t("follow.day", { n: cal.day })}</h1>
				</div>
				<ul class="totals" aria-label={t("follow.totals")}>
					{counts(list).map(({ status, n }) => (
						<li key={status}>
							<b class="num">{n}</b> <StatusChip of={status} />
						</li>
					))}
				</ul>
				<span class="push" />
				<div class="row wrap">
					<ButtonLink variant="paper" small icon={paper} href={`/ett-ark/${m.room}?surface=follow`}>
						{t("lead.report.one")}
					</ButtonLink>
					<ButtonLink variant="paper" small icon={screen} href={toPage("since")}>
						{t("follow.since.make")}
					</ButtonLink>
				</div>
			</div>
			<YearLine {...given} />
			<div class="year-cols">
				<section class="box stack" aria-labelledby="measures">
					<div class="row wrap">
						<h2 id="measures">{t("follow.measures")}</h2>
						<span class="push" />
						<Button variant="paper" small icon={plus} onClick={() => add(true)}>
							{t("follow.add")}
						</Button>
					</div>
					<Ways />
					<div id="way" role="tabpanel" aria-labelledby={`way-${where.value.way}`}>
						{list.length ? (
							<View list={list} {...given} />
						) : (
							<Empty title={t("follow.none")}>
								<p>{t("follow.none_hint")}</p>
							</Empty>
						)}
					</div>
				</section>
				<aside class="stack" aria-label={t("follow.beside")}>
					<Duties list={list} {...given} />
					<Willing {...given} />
					<CardOf {...given} />
				</aside>
			</div>
			{list.length ? <StatusYear list={list} {...given} /> : null}
			<Evening m={m} />
			<Asides {...given} />
			<Take {...given} />
			{adding ? (
				<Write
					title={t("follow.add")}
					label={t("follow.field.title")}
					hint={t("follow.add_hint")}
					text=""
					max={limits.title}
					yes={t("follow.add_yes")}
					onYes={(title) => {
						const id = newId();
						m.send("measure.take", { id, title });
						location.hash = toMeasure(id);
					}}
					onClose={() => add(false)}
				/>
			) : null}
		</main>
	);
}

/** The year begins when the meeting ends: until then there is nothing to follow up. */
function NotYet({ title }: { title: string }) {
	return (
		<main class="follow-main door">
			<h1 tabIndex={-1} dir="auto">
				{title}
			</h1>
			<Empty title={t("follow.not_yet")}>
				<p>{t("follow.not_yet_why")}</p>
			</Empty>
		</main>
	);
}

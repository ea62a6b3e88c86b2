import { useEffect } from "preact/hooks";
import { limits, type TeamView } from "../gen/protocol";
import { Voice } from "../participant/voice";
import { ButtonLink } from "../ui/button";
import { Empty } from "../ui/empty";
import { back } from "../ui/icons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import { toMeasure, toWay, where } from "./address";
import { Comments } from "./comments";
import { Field } from "./field";
import { Line, Me, useHeading } from "./frame";
import type { Given } from "./given";
import { List } from "./list";
import { MeasurePage } from "./measure";
import { upcoming } from "./nextup";
import { useRefusals } from "./refusals";
import { over, type Row, row, rows } from "./rows";
import { Say } from "./say";
import { StatusChip } from "./status";

/** teamHere is the team this device came in as, by its link; undefined is the main group or a facilitator. */
export const teamHere = ({ m }: Pick<Given, "m">): TeamView | undefined =>
	m.me.value?.role === "team" ? [...m.store.all("teams").values()][0] : undefined;

/** TeamFrame is the page of a part of the group: its own measures and nothing else. To young people it speaks plainly. */
export function TeamFrame({ team, ...given }: Given & { team: TeamView }) {
	const { m } = given;
	const { measure } = where.value;
	const about = m.store.one("meeting");
	useRefusals(m);
	useHeading(measure);
	const title = measure ? (row(m, measure)?.title ?? "") : team.name;
	useEffect(() => {
		document.title = `${title} – ${about?.title ?? ""}`;
	}, [title, about?.title]);
	return (
		<div class="desk follow">
			<header class="desk-top">
				<Logo />
				<span class="push" />
				<Line {...given} />
				<Me {...given} />
			</header>
			{!measure ? (
				<TeamHome team={team} {...given} />
			) : team.young ? (
				<YoungMeasure key={measure} id={measure} {...given} />
			) : (
				<MeasurePage key={measure} id={measure} {...given} />
			)}
			<Voice />
		</div>
	);
}

function TeamHome({ team, ...given }: Given & { team: TeamView }) {
	const { m } = given;
	const list = rows(m);
	return (
		<main class="follow-main">
			<div class="hero">
				<div>
					<p class="muted" dir="auto">
						{m.store.one("meeting")?.title}
					</p>
					<h1 tabIndex={-1} dir="auto">
						{team.name}
					</h1>
				</div>
			</div>
			<p class="lead">{t(team.young ? "follow.team.young_why" : "follow.team.mine_why")}</p>
			{!list.length ? (
				<Empty title={t("follow.team.none")}>
					<p>{t("follow.team.none_why")}</p>
				</Empty>
			) : team.young ? (
				<ul class="young-list">
					{list.map((r) => (
						<li key={r.id} class="box stack-s">
							<h2 dir="auto">{r.title || t("follow.untitled")}</h2>
							<div class="row wrap">
								<StatusChip of={r.care.shown} />
							</div>
							<Now r={r} cal={given.cal} />
							<div>
								<ButtonLink variant="primary" href={toMeasure(r.id)}>
									{t("follow.team.go")}
									<span class="vh" dir="auto">
										{" "}
										{r.title}
									</span>
								</ButtonLink>
							</div>
						</li>
					))}
				</ul>
			) : (
				<section class="box stack" aria-labelledby="measures">
					<h2 id="measures">{t("follow.measures")}</h2>
					<List list={list} {...given} />
				</section>
			)}
		</main>
	);
}

/** Now is what they do now, or that it is done and what happens afterwards. */
function Now({ r, cal }: { r: Row; cal: Given["cal"] }) {
	const { status } = r.care;
	if (!over(status)) return r.first ? <p dir="auto">{t("follow.team.do_next", { first: r.first })}</p> : null;
	return (
		<p dir="auto">
			{[t(status === "pa-plass" ? "follow.team.done" : "follow.team.dropped"), upcoming(r, cal)]
				.filter(Boolean)
				.join(" ")}
		</p>
	);
}

/** YoungMeasure is one measure with three things to do: say how it goes, write what is next, and talk about it. */
function YoungMeasure({ id, ...given }: Given & { id: string }) {
	const { m } = given;
	const r = row(m, id);
	const home = (
		<p>
			<ButtonLink variant="tertiary" small icon={back} href={toWay("list")}>
				{t("follow.team.back")}
			</ButtonLink>
		</p>
	);
	if (!r) {
		return (
			<main class="follow-main door">
				<h1 tabIndex={-1}>{t("follow.missing")}</h1>
				{home}
			</main>
		);
	}
	return (
		<main class="follow-main">
			{home}
			<div class="hero">
				<h1 tabIndex={-1} dir="auto">
					{r.title || t("follow.untitled")}
				</h1>
				<StatusChip of={r.care.shown} />
			</div>
			<Say r={r} {...given} />
			<div class="measure-cols two">
				<section class="box stack" aria-labelledby="next-step">
					<h2 id="next-step">{t("follow.team.first")}</h2>
					<Field
						m={m}
						label={t("follow.team.first_label")}
						slot={`measure/${r.id}/first`}
						type="long"
						max={limits.step}
						value={r.first}
						seen={r.care.seen.first ?? 0}
						save={(text, seen) =>
							void m.send("measure.edit", { id: r.id, field: "first", text, seen }, `measure/${r.id}/first`)
						}
					/>
				</section>
				<Comments r={r} open {...given} />
			</div>
		</main>
	);
}

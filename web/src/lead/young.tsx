import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { back, down, lock, merge, people, screen } from "../ui/icons";
import { eye } from "../ui/lateicons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import type { Where } from "./address";
import { Bar } from "./bar";
import { openBoard } from "./board";
import { Cards } from "./cards";
import { Clock } from "./clock";
import { Goodbyes } from "./goodbyes";
import { JoinBox } from "./join";
import { Letter } from "./letter";
import { Line } from "./line";
import { Merge } from "./merge";
import { Mood } from "./mood";
import { Practice } from "./practice";
import { Script } from "./script";
import { AnswerSpare } from "./spare";
import { tab } from "./tabs";
import { Telling } from "./telling";
import { useRefusals, Voice } from "./voice";
import { Wall } from "./wall";
import { YoungPeople } from "./youngpeople";
import { YoungVote } from "./youngvote";

/** Young is the panel for two young leaders: the same room and the same commands, and only what they need. */
export function Young({ m, where }: { m: Meeting; where: Where }) {
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const merging = tab.value === "merge" && step?.kind === "sammenslaing";
	useRefusals(m);
	useEffect(() => {
		document.title = `${step?.title ?? ""} – ${about?.title ?? ""}`;
	}, [step?.title, about?.title]);
	return (
		<div class="desk young">
			<header class="desk-top">
				<Logo />
				<Watched m={m} />
				<span class="push" />
				<ToWall m={m} />
				<Line m={m} />
				<Button variant="paper" small icon={screen} onClick={() => void openBoard(m.room)}>
					<span>{t("lead.show_board")}</span>
				</Button>
			</header>
			<Practice m={m} />
			<AnswerSpare m={m} />
			{merging ? (
				<>
					<p class="young-back">
						<ButtonLink href="#run" small icon={back}>
							{t("lead.young.back")}
						</ButtonLink>
					</p>
					<Merge m={m} />
				</>
			) : (
				<Now m={m} where={where} />
			)}
			<Voice />
			<Bar m={m} tab={merging ? "merge" : "run"} />
		</div>
	);
}

/** ToWall is the way to what waits, where the wall is further down: on a phone. */
function ToWall({ m }: { m: Meeting }) {
	const hidden = m.store.all("hidden");
	const n = [...m.store.all("ideas").values()].filter((i) => i.place === "held" && !hidden.has(i.id)).length;
	if (n === 0) return null;
	const go = () => {
		const wall = document.getElementById("wall");
		wall?.scrollIntoView();
		wall?.focus();
	};
	return (
		<span class="to-wall">
			<Button variant="primary" small icon={down} onClick={go}>
				{t("lead.wall.waiting", { n })}
			</Button>
		</span>
	);
}

/** Watched says who leads and who looks on, and what they can read. */
function Watched({ m }: { m: Meeting }) {
	const youth = m.store.one("youth");
	if (!youth) return null;
	return (
		<>
			<span class="chip" data-tone={youth.leaders > 2 ? "look" : undefined}>
				<Icon d={people} />
				{t("lead.young.leaders", { n: youth.leaders })}
			</span>
			{youth.observers ? (
				<span class="chip" data-tone="look">
					<Icon d={youth.published ? eye : lock} />
					{t(youth.published ? "lead.young.reads" : "lead.young.watch", { n: youth.observers })}
				</span>
			) : null}
		</>
	);
}

function Now({ m, where }: { m: Meeting; where: Where }) {
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const script = m.store.one("script");
	const ended = about?.status === "ended";
	const groups = m.store.all("groups").size;
	return (
		<main class="young-main">
			<section class="now" aria-labelledby="now">
				<div>
					<p class="muted">
						{step && step.index > 0 ? t("lead.part", { n: step.index, of: step.of }) : t("lead.before")}
					</p>
					<h1 id="now" tabIndex={-1} dir="auto">
						{ended ? t("lead.ended") : step?.title || about?.title}
					</h1>
					{step?.question && !ended ? (
						<p class="strip" dir="auto">
							{step.question}
						</p>
					) : null}
				</div>
				{ended ? null : <Clock m={m} />}
				{step?.kind === "stemning" && !ended ? <Mood m={m} /> : null}
				{script && !ended ? <Script of={script} /> : null}
				{step?.kind === "lobby" && !ended ? (
					<>
						<Button
							variant={groups ? "paper" : "secondary"}
							icon={people}
							onClick={() => m.send("groups.make", { size: 0 })}
						>
							{t(groups ? "lead.young.groups_again" : "lead.young.groups", { n: groups })}
						</Button>
						<JoinBox m={m} where={where} />
					</>
				) : null}
				{step?.kind === "velg_kort" ? <Cards m={m} /> : null}
				{step?.kind === "plenum" && !ended ? <Telling m={m} /> : null}
				{step?.kind === "sammenslaing" && !ended ? (
					<ButtonLink href="#merge" icon={merge}>
						{t("lead.desk_merge")}
					</ButtonLink>
				) : null}
				{step?.kind === "avstemning" || step?.kind === "resultat" ? <YoungVote m={m} /> : null}
				{ended || step?.kind === "ansvarlig" || step?.kind === "avrunding" ? <Letter m={m} /> : null}
				{ended ? <Goodbyes m={m} /> : null}
			</section>
			<aside class="stack young-side" aria-label={t("lead.wall")}>
				<Wall m={m} />
				<YoungPeople m={m} where={where} />
			</aside>
		</main>
	);
}

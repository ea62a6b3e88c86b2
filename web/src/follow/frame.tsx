import { useEffect, useRef, useState } from "preact/hooks";
import { Voice } from "../participant/voice";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { offline, online, people } from "../ui/icons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import { type Page, pages, toPage, where } from "./address";
import { Answer } from "./answer";
import { Checks } from "./checks";
import { Dates } from "./dates";
import type { Given } from "./given";
import { Grant } from "./grant";
import { Handover } from "./handover";
import { MeasurePage } from "./measure";
import { Overview } from "./overview";
import { Present } from "./present";
import { useRefusals } from "./refusals";
import { row } from "./rows";
import { Since } from "./since";
import { TeamFrame, teamHere } from "./teamframe";

const screens = {
	measures: Overview,
	answer: Answer,
	since: Since,
	dates: Dates,
	grant: Grant,
	check: Checks,
	handover: Handover,
};

/** Frame is the follow-up group's whole page: where one can go above, one thing at a time below. */
export function Frame(given: Given) {
	const team = teamHere(given);
	return team ? <TeamFrame team={team} {...given} /> : <GroupFrame {...given} />;
}

function GroupFrame(given: Given) {
	const { m } = given;
	const { page, measure } = where.value;
	const about = m.store.one("meeting");
	const Screen = screens[page];
	useRefusals(m);
	useHeading(`${page}/${measure}`);
	const nav = useRef<HTMLElement>(null);
	useEffect(() => {
		// On a phone the row goes sideways: where one is must not lie outside it.
		nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
	}, [page]);
	const title = measure ? (row(m, measure)?.title ?? "") : t(`follow.page.${page}`);
	useEffect(() => {
		document.title = `${title} – ${about?.title ?? ""}`;
	}, [title, about?.title]);
	return (
		<div class="desk follow">
			<header class="desk-top">
				<Logo />
				<nav aria-label={t("follow.pages")} ref={nav}>
					<ul>
						{pages.map((name) => (
							<li key={name}>
								<a href={toPage(name)} aria-current={current(name, page, measure)}>
									{t(`follow.page.${name}`)}
								</a>
							</li>
						))}
					</ul>
				</nav>
				<span class="push" />
				{about?.demo ? (
					<span class="chip" data-tone="demo">
						{t("common.demo")}
					</span>
				) : null}
				<Line {...given} />
				<Me {...given} />
			</header>
			{measure ? <MeasurePage key={measure} id={measure} {...given} /> : <Screen {...given} />}
			<Voice />
		</div>
	);
}

function current(name: Page, page: Page, measure: string) {
	return name === page && !measure ? "page" : name === "measures" && measure ? "true" : undefined;
}

/** Whether this device is on the net, and what waits on it. What is written meanwhile is kept. */
export function Line({ m }: Given) {
	const on = m.link.value.is === "online";
	const waiting = m.outbox.waiting.value.length;
	return (
		<span class="chip" data-tone={on ? "ok" : "look"}>
			<Icon d={on ? online : offline} />
			{on ? t("common.online") : waiting ? t("follow.offline_waiting", { n: waiting }) : t("common.offline")}
		</span>
	);
}

/** As what one follows up: a role, never a name. */
export function Me({ m }: Given) {
	const [asking, ask] = useState(false);
	const as = m.store.get("members", m.seat.value)?.as ?? "";
	return (
		<>
			<Button variant="tertiary" small icon={people} onClick={() => ask(true)}>
				<span dir="auto">{as || t("follow.as")}</span>
			</Button>
			{asking ? <Present m={m} as={as} onClose={() => ask(false)} /> : null}
		</>
	);
}

/** When another page is opened its heading is read, so that nobody has to look for where they are. */
export function useHeading(open: string): void {
	const first = useRef(true);
	useEffect(() => {
		if (first.current) first.current = false;
		else {
			scrollTo(0, 0);
			document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
		}
	}, [open]);
}

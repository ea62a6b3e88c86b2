import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { screen } from "../ui/icons";
import { eye } from "../ui/lateicons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import { About } from "./about";
import type { Where } from "./address";
import { Bar } from "./bar";
import { openBoard } from "./board";
import { Calls } from "./calls";
import { Claims } from "./claims";
import { CutOff } from "./cutoff";
import { Groups } from "./groups";
import { useLeaders } from "./leaders";
import { Line } from "./line";
import { Measures } from "./measures";
import { Merge } from "./merge";
import { Practice } from "./practice";
import { Ready } from "./ready";
import { Run } from "./run";
import { See } from "./see";
import { type Tab, tab, tabs } from "./tabs";
import { unsay, useRefusals, Voice } from "./voice";
import { VoteDesk } from "./vote";

type Desk = (given: { m: Meeting; where: Where }) => JSX.Element | null;

const desks: Record<Tab, Desk> = {
	run: Run,
	groups: Groups,
	merge: Merge,
	vote: VoteDesk,
	measures: Measures,
	ready: Ready,
	about: About,
	see: See,
};

/** Panel is the facilitator's whole page: tabs above, the one way on below. */
export function Panel({ m, where }: { m: Meeting; where: Where }) {
	const open = tab.value;
	const Desk = desks[open];
	useRefusals(m);
	useLeaders(m);
	useHeading(open);
	const at = m.store.one("step")?.id;
	// Before what comes with the step is said.
	useLayoutEffect(unsay, [at]);
	const about = m.store.one("meeting");
	useEffect(() => {
		document.title = `${t(`lead.tab.${open}`)} – ${about?.title ?? ""}`;
	}, [open, about?.title]);
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
				<nav aria-label={t("lead.tabs")}>
					<ul>
						{tabs.map((name) => (
							<li key={name}>
								<a href={`#${name}`} aria-current={name === open ? "page" : undefined}>
									{t(`lead.tab.${name}`)}
									{name === "run" ? <Calls m={m} tab={open} /> : null}
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
				<Line m={m} />
				<a
					class="ds-button see-link"
					title={t("lead.see")}
					data-variant="tertiary"
					href="#see"
					aria-current={open === "see" ? "page" : undefined}
				>
					<Icon d={eye} />
					<span>{t("lead.see")}</span>
				</a>
				<Button variant="paper" small icon={screen} onClick={() => void openBoard(m.room)}>
					<span>{t("lead.show_board")}</span>
				</Button>
			</header>
			<Claims m={m} />
			<CutOff m={m} />
			<Practice m={m} />
			<Desk m={m} where={where} />
			<Voice />
			<Bar m={m} tab={open} />
		</div>
	);
}

/**
 * When a tab is opened its heading is read, so that nobody has to look for where they are. On a phone the tabs are
 * drawn along until the open one is seen.
 */
function useHeading(open: Tab): void {
	const first = useRef(true);
	useEffect(() => {
		const at = document.querySelector<HTMLElement>(".desk-top nav [aria-current]");
		const row = at?.closest("ul");
		if (at && row) row.scrollLeft = at.offsetLeft - row.offsetLeft - (row.clientWidth - at.offsetWidth) / 2;
		if (first.current) first.current = false;
		else document.querySelector<HTMLElement>("main h1")?.focus();
	}, [open]);
}

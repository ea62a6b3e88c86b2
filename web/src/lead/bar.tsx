import { useEffect, useRef, useState } from "preact/hooks";
import { type Clicker, clicker } from "../net/clicker";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { leftOf, minutes, running } from "../ui/clock";
import { Icon } from "../ui/icon";
import { next, undo as undoIcon } from "../ui/icons";
import { Timer } from "../ui/timer";
import { t } from "../words/words";
import { Ask } from "./ask";
import { useKeys } from "./keys";
import { Lack, lackOf, lackSays } from "./lack";
import { openForm, waitsForVote } from "./openvote";
import { pilesOf } from "./piles";
import { deskOf, openTab, type Tab } from "./tabs";
import { actKey, latest, undo, useUndone } from "./undo";
import { CloseVote, openVote } from "./vote";

type Asked = "end" | "vote" | undefined;

/** Bar is at the foot of every tab: undo to the left, the clock, and the one way on to the right, always in the same place. */
export function Bar({ m, tab }: { m: Meeting; tab: Tab }) {
	const [asked, ask] = useState<Asked>(undefined);
	const [warned, warn] = useState("");
	const left = useRef("");
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const act = latest(m);
	useUndone(m);
	const showing = m.store.one("showing");
	const at = showing?.at ?? "";
	const open = openVote(m);
	const ended = about?.status === "ended";
	const youth = m.store.one("youth");
	// Each thing a step lacks is said once. It stands until it is mended, and the next press goes on.
	const lack = within(m) ? undefined : lackOf(m);
	const told = lack && step ? `${step.id} ${lack.what}` : "";
	const warning = told !== "" && told === warned && !open && !ended;

	const go = () => {
		if (ended || !step) return;
		if (open) ask("vote");
		else if (!step.next && !within(m)) ask("end");
		else if (lack && !warning) warn(told);
		else {
			left.current = step.id;
			move("agenda.next", "next");
		}
	};
	// Whoever has pressed stands where the new step is worked on. Another's press takes nobody away from what they do.
	useEffect(() => {
		if (!left.current || !step || left.current === step.id) return;
		left.current = "";
		openTab(deskOf(step.kind));
		toTop();
	}, [step?.id]);
	// A press from a place that one is already on its way from is the same press.
	const move = (way: "agenda.next" | "agenda.back", slot: string) => {
		if (!step || m.outbox.pending(way).some((c) => c.with.from === step.id && (c.with.at ?? "") === at)) return;
		m.send(way, at ? { from: step.id, at } : { from: step.id }, slot);
	};
	const back = () => {
		if (!ended && !open && showing?.of) move("agenda.back", "back");
	};
	const line = useRef<Clicker | undefined>(undefined);
	const doing = useRef({ go, back });
	doing.current = { go, back };
	useEffect(() => {
		const made = clicker(m.room, "lead", (what) => {
			if (document.querySelector("dialog[open]")) return;
			if (what === "next") doing.current.go();
			if (what === "back") doing.current.back();
		});
		line.current = made;
		return () => made.close();
	}, []);
	// Whoever holds a clicker looks at the board: it is told that something stands here, and not what.
	const says = warning || asked !== undefined;
	useEffect(() => line.current?.press(says ? "says" : "said"), [says]);
	useKeys({ next: go, back, undo: () => undo(m), black: () => line.current?.press("black"), desk: tab === "merge" });
	// The young have their proposals beneath what is to be said, and nothing to vote on until there are two.
	const waits = (tab === "vote" || (youth !== undefined && pilesOf(m).length > 1)) && waitsForVote(m);
	// Two clicks in one are one press: whoever double-clicks would not have seen what was said in between.
	const pressed = (e: MouseEvent) => {
		if (e.detail < 2 || !warning) go();
	};

	return (
		<footer class="foot">
			<Lack m={m} of={warning ? lack : undefined} onDone={() => warn("")} />
			<Button variant="tertiary" icon={undoIcon} onClick={() => undo(m)}>
				{t("common.undo")}
				{act ? <small>{t(actKey(act.kind))}</small> : null}
			</Button>
			<span class="push" />
			{tab === "run" ? null : <Now m={m} />}
			<span class="push" />
			{ended ? (
				<b>{t("lead.ended")}</b>
			) : (
				<>
					<span class="keys muted small">
						{tab === "merge" ? null : t("lead.next_keys")} <kbd>{tab === "merge" ? "PgDn" : "→"}</kbd>
					</span>
					<button
						type="button"
						class="ds-button go"
						data-variant={waits || warning ? "secondary" : "primary"}
						onClick={pressed}
					>
						<span>
							{warning ? t("lead.lack.anyway") : label(m, !!open)}
							{!open && within(m) ? (
								<small>{within(m)}</small>
							) : !open && step?.next ? (
								<small>
									{step.next.minutes && !m.store.one("meeting")?.practice
										? t("lead.next_step", { title: step.next.title, n: step.next.minutes })
										: step.next.title}
								</small>
							) : null}
						</span>
						<Icon d={next} />
					</button>
					{waits ? (
						<button type="submit" form={openForm} class="ds-button go" data-variant="primary">
							<span>{t("lead.vote.open_yes")}</span>
						</button>
					) : null}
				</>
			)}
			{asked === "vote" && open ? <CloseVote m={m} vote={open} onClose={() => ask(undefined)} /> : null}
			{asked === "end" ? (
				<Ask
					title={t("lead.end_title")}
					yes={t("lead.end_yes")}
					onYes={() => {
						m.send("meeting.end", {});
						openTab("run"); // where one is told what to look at
					}}
					onClose={() => ask(undefined)}
				>
					{lack ? <p>{lackSays(lack)}</p> : null}
					{youth && !youth.published ? <p>{t("lead.young.unshared")}</p> : null}
					<p>{t("lead.end_why")}</p>
				</Ask>
			) : null}
		</footer>
	);
}

function label(m: Meeting, open: boolean): string {
	if (open) return t("lead.vote.close");
	// Whoever takes a start back stands in the lobby again, with the same button.
	if (m.store.one("step")?.kind === "lobby") return t("lead.start");
	return m.store.one("step")?.next || within(m) ? t("lead.next") : t("lead.end");
}

/** toTop shows a new step from its beginning: a page that was drawn down hid its heading and half its clock. */
function toTop(): void {
	scrollTo(0, 0);
	for (const e of document.querySelectorAll("main, main > *")) e.scrollTop = 0;
}

/** within is what comes next within this step: a slide, or a place of the result. */
function within(m: Meeting): string {
	const showing = m.store.one("showing");
	if ([...m.store.all("unveiled").values()].length) return t("lead.unveil.next");
	return showing && showing.n < showing.of ? t("lead.slides.of", { n: showing.n + 1, of: showing.of }) : "";
}

/** The step and its clock, where the tab itself does not show them. */
function Now({ m }: { m: Meeting }) {
	const step = m.store.one("step");
	const timer = m.store.one("timer");
	const now = m.clock.seconds.value;
	return (
		<div class="now-line">
			<b dir="auto">{step?.title}</b>
			{running(timer) ? (
				<Timer
					of={timer}
					now={now}
					text={(left) => t(timer.ends ? "common.left" : "common.paused", { left })}
					over={t("lead.over_time", { time: minutes(-leftOf(timer, now)) })}
				/>
			) : null}
		</div>
	);
}

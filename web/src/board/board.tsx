import { useEffect } from "preact/hooks";
import type { PhaseKind } from "../gen/protocol";
import type { Meeting } from "../state/meeting";

import { Icon } from "../ui/icon";
import { offline } from "../ui/icons";
import { Logo } from "../ui/logo";
import { type Key, t } from "../words/words";
import type { Address } from "./address";
import { Two } from "./also";
import { Closing } from "./closing";
import { codeText } from "./code";
import { CodeOver } from "./codeover";
import { Controls, Says, useControls } from "./controls";
import { dated } from "./dated";
import { Ended } from "./ended";
import { Films } from "./film";
import { Flow } from "./flow";
import { Info } from "./info";
import { Lobby } from "./lobby";
import { Measures } from "./measures";
import { Mood } from "./mood";
import { Pair } from "./pair";
import { Pause } from "./pause";
import { Piles } from "./piles";
import { Result } from "./result";
import { Choosing, Planning, Round, Talking } from "./round";
import { Seated } from "./seated";
import { Sign } from "./sign";
import { Slide } from "./slide";
import { Talk } from "./talk";
import { Ready, Telling } from "./telling";
import type { View } from "./view";
import { Vote } from "./vote";
import { Writing } from "./writing";

/** One picture for each kind of step. A kind without one does not compile. */
const views: Record<PhaseKind, View> = {
	lobby: Lobby,
	info: Info,
	bli_kjent: Seated,
	stemning: Mood,
	stille: Writing,
	par: Pair,
	runde: Round,
	velg_kort: Choosing,
	samtale: Talking,
	tiltak: Planning,
	pause: Pause,
	plenum: Telling,
	sammenslaing: Piles,
	avstemning: Vote,
	resultat: Result,
	ansvarlig: Measures,
	avrunding: Closing,
};

/** What the leads can put in place of it. */
const puts: Record<string, View> = { cluster: Talk, flow: Flow, slide: Slide };

/** What is said at the foot, beside the code that stands there all evening, in the kinds that have something to say. */
const hints: Partial<Record<PhaseKind, Key>> = {
	bli_kjent: "board.need_scribe",
	stille: "board.quiet",
	runde: "board.phones_away",
	samtale: "board.phones_away",
	tiltak: "board.phones_away",
	sammenslaing: "board.lost",
};

/** Board is what the hall sees. It is told what it may show, and it sends nothing. */
export function Board({ meeting, address }: { meeting: Meeting; address: Address }) {
	const controls = useControls(meeting.room);
	const about = meeting.store.one("meeting");
	const step = meeting.store.one("step");
	const kind = step?.kind ?? "lobby";
	const ended = about?.status === "ended";
	const showing = meeting.store.one("showing");
	const put = ended ? "" : (showing?.what ?? "");
	const Shown = ended ? Ended : (puts[put] ?? views[kind]);

	useEffect(() => {
		document.title = `${ended ? t("board.thanks") : step?.title || about?.title || ""} – ${t("common.app")}`;
	});

	return (
		<div class="board" data-still={controls.still ? "" : undefined} data-two={about?.second ? "" : undefined}>
			<header class="board-top">
				<Logo />
				<span class="about" dir="auto">
					{about?.title}
				</span>
				<span class="push" />
				{meeting.link.value.is === "online" || meeting.link.value.is === "connecting" ? null : (
					<span class="chip" data-tone="look" role="status">
						<Icon d={offline} />
						<Two k="board.offline" along />
					</span>
				)}
				{about?.demo ? (
					<span class="chip" data-tone="demo">
						<Two k="board.demo" along />
					</span>
				) : null}
				{about?.practice ? (
					<span class="chip" data-tone="demo">
						<Two k="board.practice" along />
					</span>
				) : null}
				{step && step.index > 0 && !ended ? (
					<span>
						<Two k="board.part" with={{ n: step.index, of: step.of }} along />
					</span>
				) : null}
			</header>
			<Shown
				key={ended ? "ended" : `${step?.id} ${put} ${showing?.slide ?? ""}`}
				meeting={meeting}
				address={address}
				still={controls.still}
			/>
			<footer class="board-foot">
				<Join meeting={meeting} address={address} kind={kind} ended={ended} />
				<span class="push" />
				{!ended && kind === "lobby" ? <Pledge meeting={meeting} /> : null}
				{!ended && kind === "plenum" ? <Ready meeting={meeting} /> : null}
				{!ended && hints[kind] && !step?.standing && put !== "slide" ? (
					<span>
						<Two k={hints[kind]} />
					</span>
				) : null}
			</footer>
			<Sign meeting={meeting} />
			{controls.code && !ended ? <CodeOver meeting={meeting} address={address} /> : null}
			{controls.films ? <Films meeting={meeting} /> : null}
			<Controls of={controls} films={(meeting.store.one("films")?.films.length ?? 0) > 0} />
			{controls.black ? (
				<button type="button" class="black" aria-label={t("board.black")} onClick={controls.toggleBlack} />
			) : null}
			<Says on={controls.says} />
		</div>
	);
}

/** Latecomers join at any time, so where to go never leaves the screen while the door is open. */
function Join({
	meeting,
	address,
	kind,
	ended,
}: {
	meeting: Meeting;
	address: Address;
	kind: PhaseKind;
	ended: boolean;
}) {
	const about = meeting.store.one("meeting");
	if (ended) return <span dir="auto">{about?.title}</span>;
	if (about?.locked || kind === "lobby") {
		return (
			<span>
				<Two k={about?.locked ? "board.locked" : "board.no_account"} />
			</span>
		);
	}
	return (
		<>
			<span class="keep">
				<Two k="board.join_strip" along /> <b dir="ltr">{address.host}</b>
			</span>
			<span class="keep code" dir="ltr">
				{codeText(about?.code)}
			</span>
		</>
	);
}

/** Who decides over the result and when the answer comes, said before anybody has written a word. */
function Pledge({ meeting }: { meeting: Meeting }) {
	const about = meeting.store.one("meeting");
	return (
		<>
			{about?.decides ? (
				<span dir="auto">
					<Two k="board.decides" with={{ who: about.decides }} />
				</span>
			) : null}
			{about?.answerBy ? (
				<b>
					<Two k="board.answer_by" {...dated(about.answerBy)} />
				</b>
			) : null}
		</>
	);
}

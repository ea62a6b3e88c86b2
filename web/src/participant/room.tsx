import { useEffect, useRef } from "preact/hooks";
import { beside, closing, fetchAhead, interpreting, phases } from "../phases/index";
import { TablePicture } from "../phases/picture";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { keepStill } from "../ui/still";
import { t } from "../words/words";
import { late } from "./coming";
import { Ended } from "./ended";
import { Header } from "./header";
import { moved } from "./moved";
import { Present, passedOver } from "./present";
import { Screen } from "./screen";

/** Room is the meeting on a phone: one screen for where the meeting is, and the same few things around it. */
export function Room({ m }: { m: Meeting }) {
	useEffect(() => {
		m.outbox.settled = (command, code) => {
			const tell = () => beside.got.peek()?.settled(m, command, code);
			if (beside.got.peek()) tell();
			else void beside.fetch().then(tell);
		};
		return () => {
			m.outbox.settled = undefined;
		};
	}, [m]);
	useEffect(keepStill, []);
	const link = m.link.value;
	if (link.is === "ended") return <Ended m={m} code={link.code} />;
	return (
		<>
			<Header m={m} />
			<Place m={m} />
		</>
	);
}

const Interpreting = late(
	interpreting,
	(p) => p.Interpreting,
	({ step }) => ({ title: step.title, question: step.question }),
);
const Thanks = late(closing, (p) => p.Thanks);

/** soon waits until the page has nothing better to do. */
const soon = (f: () => void) =>
	"requestIdleCallback" in window ? requestIdleCallback(f, { timeout: 5000 }) : setTimeout(f, 1000);

/** Place is the one screen. The meeting moves it; nobody presses anything to follow. */
function Place({ m }: { m: Meeting }) {
	const step = m.store.one("step");
	const meeting = m.store.one("meeting");
	const me = m.me.value;
	const passed = passedOver(m.room).value;
	const index = step?.index ?? -1;
	useEffect(() => {
		const kinds = meeting?.agenda.slice(index).map((l) => l.kind) ?? [];
		// What comes next is on the phone before it is needed, whatever the network does by then.
		if (index >= 0) soon(() => void fetchAhead(kinds));
	}, [index]);
	const at = step && `${step.id} ${me?.group}`;
	const was = useRef(at);
	useEffect(() => {
		if (was.current && was.current !== at) moved();
		was.current = at;
	}, [at]);
	if (!m.store.ready.value || !step || !meeting) return <Loading m={m} />;
	if (meeting.status === "ended") return <Thanks key="thanks" m={m} meeting={meeting} />;
	if (me?.left) return <Left key="left" m={m} />;
	if (
		me &&
		me.as === "" &&
		!passed &&
		!m.store.one("youth") &&
		step.kind !== "avstemning" &&
		!m.outbox.pending("seat.present").length
	) {
		return <Present key="present" m={m} />;
	}
	const Phase = me?.interprets ? Interpreting : (phases[step.kind] ?? phases.info).Screen; // of a newer server
	return <Phase key={step.id} m={m} step={step} unsent={<Beside m={m} index={index} />} />;
}

/** Beside lies beside the step when there is something to say; nobody who waits needs it to be here. */
function Beside({ m, index }: { m: Meeting; index: number }) {
	useEffect(() => void beside.fetch(), []);
	const part = beside.got.value;
	return part ? <part.Beside m={m} index={index} /> : null;
}

function Loading({ m }: { m: Meeting }) {
	return (
		<main class="phone-main">
			<Empty title={t("p.load.title")}>{m.link.value.is === "offline" ? <p>{t("p.load.offline")}</p> : null}</Empty>
		</main>
	);
}

function Left({ m }: { m: Meeting }) {
	return (
		<Screen
			title={t("p.left.title")}
			above={<TablePicture m={m} />}
			foot={
				<Button variant="primary" full onClick={() => m.send("seat.back", {})}>
					{t("p.left.back")}
				</Button>
			}
		>
			<p class="lead">{t("p.left.body")}</p>
		</Screen>
	);
}

import "../css/board.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import * as api from "../net/api";
import { newId } from "../net/ids";
import { openMeeting } from "../state/meeting";
import { atOf, seenMeeting } from "../state/seen";
import { fetchSecond } from "../words/second";
import { fetchWords, lang, preferred, t } from "../words/words";
import { addressOf } from "./address";
import { Board } from "./board";
import { keptScheme } from "./controls";
import { Outside } from "./outside";
import { Shut } from "./shut";

const room = location.pathname.split("/")[2] ?? "";
const app = document.getElementById("app") as HTMLElement;

keptScheme();
const at = atOf(location.search); // in a frame of the panel, by the leader's own cookie
const key = at ? "" : keyIn(location.hash);
// The panel sends its window here again: another key opens it anew, and so does any way here once it has gone out.
addEventListener("hashchange", () => {
	const other = keyIn(location.hash);
	if ((other && other !== key) || app.querySelector(".shut")) location.reload();
	else bare();
});
void start();

/** keyIn is the key in a fragment; the panel's own machine comes with a cookie, and says another word. */
function keyIn(hash: string): string {
	return hash.length > 16 ? hash.slice(1) : "";
}

/** bare takes the key out of the address, so that nobody photographs it. */
function bare(): void {
	history.replaceState(null, "", location.pathname + location.search);
}

/** The key in the fragment is changed for a cookie at once. */
async function start(): Promise<void> {
	bare();
	if (!room) {
		await fetchWords(preferred(...navigator.languages));
		render(<Outside title={t("board.screen")} />, app);
		return;
	}
	const [said] = await Promise.all([
		key ? api.key(room, "board", key, newId()) : undefined,
		fetchWords(preferred(...navigator.languages)),
	]);
	if (said && !said.ok && said.status >= 400 && said.status < 500) {
		render(<Shut />, app);
		return;
	}
	const meeting = at ? seenMeeting(room, "board") : openMeeting(room, "board");
	const address = addressOf(room, at ? "lead" : "board");

	// The hall reads in the language of the meeting, not of the machine at the projector.
	effect(() => {
		const wanted = meeting.store.one("meeting")?.lang;
		if (wanted && wanted !== lang.peek()) void fetchWords(wanted);
		void fetchSecond(meeting.store.one("meeting")?.second ?? "");
	});

	function Page() {
		const link = meeting.link.value;
		if (link.is === "ended") return <Shut code={link.code} />;
		return meeting.store.ready.value ? <Board meeting={meeting} address={address.value} /> : null;
	}
	render(<Page />, app);
}

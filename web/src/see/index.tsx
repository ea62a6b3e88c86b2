import "../participant/participant.css";
import "./see.css";
import { effect } from "@preact/signals";
import { render } from "preact";
import { allPhaseKind } from "../gen/protocol";
import { Room } from "../participant/room";
import { fetchAhead } from "../phases/index";
import { atOf, seenMeeting } from "../state/seen";
import { fetchWords, lang, preferred } from "../words/words";

// A phone as the panel shows it: the same screens, with nothing that can be pressed.

const room = location.pathname.split("/")[2] ?? "";
const app = document.getElementById("app") as HTMLElement;
void start();

async function start(): Promise<void> {
	await Promise.all([fetchWords(preferred(...navigator.languages)), fetchAhead(allPhaseKind)]);
	const m = seenMeeting(room, atOf(location.search) ?? 0);
	effect(() => {
		const wanted = m.store.one("meeting")?.lang;
		if (wanted && wanted !== lang.peek()) void fetchWords(wanted);
	});
	app.replaceChildren();
	render(<Page />, app);

	function Page() {
		if (m.link.value.is === "ended" || !m.store.ready.value) return null;
		return (
			<fieldset class="phone seen" disabled>
				<Room m={m} />
			</fieldset>
		);
	}
}

addEventListener("click", (e) => e.preventDefault(), { capture: true });

import "../css/follow.css";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import * as api from "../net/api";
import { device } from "../participant/device";
import { type Meeting, openMeeting } from "../state/meeting";
import { fetchWords, lang, preferred, t } from "../words/words";
import { keyIn } from "./address";
import { Calendar } from "./calendar";
import { Door } from "./door";
import { Frame } from "./frame";
import { holdWords } from "./refusals";
import { settled } from "./rotation";

const room = location.pathname.split("/")[2] ?? "";
const app = document.getElementById("app") as HTMLElement;
const deleted = 4102;
const rotated = 4101;

const shut = signal<string | undefined>(undefined);
/** What was wrong with the key in the address. */
const why = signal("");
const opened = signal<{ m: Meeting; cal: Calendar } | undefined>(undefined);

render(<Page />, app);
void start();
// The link pressed once more in a tab that stands at the door changes nothing but the fragment.
addEventListener("hashchange", () => {
	if (keyIn(location.hash)) location.reload();
});

/** The key in the fragment is changed for a cookie at once and taken out of the address. */
async function start(): Promise<void> {
	const key = keyIn(location.hash);
	if (key) history.replaceState(null, "", location.pathname);
	const [said] = await Promise.all([
		key ? api.key(room, "follow", key, device()) : undefined,
		fetchWords(preferred(...navigator.languages)),
	]);
	if (said && !said.ok) why.value = said.code;
	await open();
}

/** open looks whether this device follows up the meeting, before it takes a line. Without a net it takes the line and waits. */
async function open(): Promise<void> {
	const may = await api.view(room, "follow");
	if (!may.ok && may.status >= 400 && may.status < 500) {
		shut.value = may.code;
		return;
	}
	shut.value = undefined;
	const m = openMeeting(room, "follow");
	holdWords(m);
	const cal = new Calendar(m);
	effect(() => {
		// What stands on screen stays until there is something to put in its place.
		if (m.store.ready.value || !opened.peek()) opened.value = { m, cal };
	});
	effect(() => {
		const link = m.link.value;
		if (link.is === "ended" && link.code === rotated) void again(m);
	});
	effect(() => {
		const wanted = m.store.one("meeting")?.lang;
		if (wanted && wanted !== lang.peek()) void fetchWords(wanted);
	});
}

/** again comes back after the group's link was rotated: whoever did it holds a fresh cookie, all others stand at the door. */
async function again(m: Meeting): Promise<void> {
	await settled();
	m.close();
	await open();
}

function Page() {
	if (shut.value !== undefined) return <Door room={room} why={why.value} opened={() => void open()} />;
	const now = opened.value;
	if (!now) return null;
	const link = now.m.link.value;
	if (link.is === "ended" && link.code !== rotated) {
		return (
			<Door
				room={room}
				deleted={link.code === deleted}
				opened={() => {
					now.m.close();
					void open();
				}}
			/>
		);
	}
	if (now.m.store.ready.value) return <Frame {...now} />;
	return (
		<main class="waiting">
			<p role="status">{t("common.connecting")}</p>
		</main>
	);
}

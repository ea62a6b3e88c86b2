import "../css/lead.css";
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import * as api from "../net/api";
import { device } from "../participant/device";
import { type Meeting, openMeeting } from "../state/meeting";
import { fetchWords, lang, preferred } from "../words/words";
import { type Where, whereOf } from "./address";
import { Door } from "./door";
import { Surface } from "./surface";
import { places } from "./tabs";

const room = location.pathname.split("/")[2] ?? "";
const app = document.getElementById("app") as HTMLElement;
const deleted = 4102;
let typed = "";

/** A link that opens nothing any more is said to be one; what is left of it is no key to try again. */
type Closed = "" | "key" | "spent";
const shut = signal<Closed>("");
const opened = signal<{ meeting: Meeting; where: { readonly value: Where } } | undefined>(undefined);

render(<Page />, app);
void start();

/** A key in the fragment is changed for a cookie and taken out of the address; a tab's name may stay. */
async function start(): Promise<void> {
	const said = location.hash.slice(1);
	const key = (places as readonly string[]).includes(said) ? "" : said;
	if (key) history.replaceState(null, "", location.pathname);
	typed = room ? "" : key;
	const [opens] = await Promise.all([
		key && room ? api.key(room, "lead", key, device()) : undefined,
		fetchWords(preferred(...navigator.languages)),
	]);
	await open(opens && !opens.ok && opens.status === 410 ? "spent" : "key");
}

/** open looks whether this device may lead, before it takes a line. Without a net it takes the line and waits. */
async function open(closed: Closed = "key"): Promise<void> {
	const may = room ? await api.view(room, "lead") : undefined;
	if (!may || (!may.ok && may.status >= 400 && may.status < 500)) {
		shut.value = closed;
		return;
	}
	shut.value = "";
	const meeting = openMeeting(room, "lead");
	opened.value = { meeting, where: whereOf(room, meeting.me) };
	effect(() => {
		const wanted = meeting.store.one("meeting")?.lang;
		if (wanted && wanted !== lang.peek()) void fetchWords(wanted);
	});
}

function Page() {
	if (shut.value) {
		const opened = (to: string) => void (room ? open() : location.replace(`/led/${to}`));
		return <Door room={room} spent={shut.value === "spent"} typed={typed} opened={opened} />;
	}
	const now = opened.value;
	if (!now) return null;
	const link = now.meeting.link.value;
	if (link.is === "ended") {
		return (
			<Door
				room={room}
				deleted={link.code === deleted}
				opened={() => {
					now.meeting.close();
					void open();
				}}
			/>
		);
	}
	return now.meeting.store.ready.value ? <Surface m={now.meeting} where={now.where.value} /> : null;
}

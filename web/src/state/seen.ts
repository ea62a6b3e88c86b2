import { computed, signal } from "@preact/signals";
import { type MeView, nobody, type ServerFrame } from "../gen/protocol";
import { Clock } from "../net/clock";
import { Outbox } from "../net/outbox";
import { protocolVersion, Socket } from "../net/socket";
import { drawnEvery, type Meeting } from "./meeting";
import { Store } from "./store";

/** What a leader looks at: the board, or a phone at a table, 0 for one without. */
export type At = "board" | number;

/** atOf reads it from the address of the page. */
export function atOf(search: string): At | undefined {
	const said = new URLSearchParams(search).get("see");
	if (said === null) return undefined;
	return said === "board" ? said : Number(said) || 0;
}

/**
 * seenMeeting is a meeting as others see it. It shows what the server gives a look, and sends nothing: there is no way
 * to. It keeps nothing on this machine either, and reads nothing that a phone has kept here, so it has a name of its own.
 */
export function seenMeeting(room: string, at: At): Meeting {
	const store = new Store(undefined, drawnEvery[at === "board" ? at : "p"]);
	const clock = new Clock();
	const query = `surface=lead&see=${at}`;
	const base = `/api/rooms/${room}/`;
	const view = () => fetch(`${base}view?${query}`);
	const picture = async () => {
		const answer = await view().catch(() => undefined);
		const frame = answer?.ok ? ((await answer.json()) as ServerFrame) : undefined;
		if (frame?.t !== "snap" || !store.fetched(frame)) socket.again();
	};
	const frame = (f: ServerFrame): void => {
		if (f.t === "hi") clock.heard(f.now);
		else if (f.t === "snap" && f.large && !f.set) {
			store.awaits(f.seq);
			void picture();
		} else if (f.t === "snap") store.snapped(f);
		else if (f.t === "patch" && !store.patched(f)) {
			store.seq.value = 0;
			socket.again();
		}
	};
	const open = () =>
		new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}${base}ws?${query}`);
	const socket = new Socket(
		{
			hello: () => {
				store.gaveUp();
				return { t: "hi", since: store.seq.peek(), epoch: store.epoch.peek(), v: protocolVersion };
			},
			frame,
		},
		{
			open,
			listen: open, // the panel itself goes on without a websocket; a look waits until there is one
			probe: async () => {
				const answer = await view().catch(() => undefined);
				return answer && [400, 401, 403, 404, 410].includes(answer.status) ? answer.status : undefined;
			},
		},
	);
	const somebody: MeView = { ...nobody, role: "participant", as: "annet", group: at === "board" ? 0 : at };
	return {
		room: at === "board" ? room : `see:${room}`,
		surface: at === "board" ? "board" : "p",
		seat: signal(""),
		store,
		outbox: new Outbox(() => false),
		clock,
		me: computed(() => somebody),
		link: socket.state,
		passing: signal({}),
		send: () => "",
		close: () => {
			socket.close();
			clock.stop();
		},
	};
}

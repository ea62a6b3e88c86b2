import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { CommandName, Commands, MeView, Passing, Pictures, ServerFrame } from "../gen/protocol";
import * as api from "../net/api";
import { type Surface, socketAddress } from "../net/api";
import { Clock } from "../net/clock";
import { Listening } from "../net/listen";
import { Outbox } from "../net/outbox";
import { openShelf } from "../net/shelf";
import { type LinkState, protocolVersion, Socket } from "../net/socket";
import { forgetShown, keepShown, shownLast } from "./kept";
import { Store } from "./store";

/** What every screen is given: what is shown, what is on its way, and how to ask for something. */
export interface Meeting {
	readonly room: string;
	readonly surface: Surface;
	readonly seat: ReadonlySignal<string>;
	readonly store: Store;
	readonly outbox: Outbox;
	readonly clock: Clock;
	readonly link: ReadonlySignal<LinkState>;
	/** What was told in passing last: stored nowhere, and gone with the line. */
	readonly passing: ReadonlySignal<Passing>;
	/** me is what this seat is told about itself. */
	readonly me: ReadonlySignal<MeView | undefined>;
	/** send asks for something; the id tells what became of it. */
	send<K extends CommandName>(name: K, with_: Commands[K], slot?: string): string;
	close(): void;
}

/** What the door says when another phone has the seat now, as the line says it. */
const elsewhere: Partial<Record<string, number>> = { moved_on: 4106, given_away: 4107 };

/**
 * How often a screen is drawn anew at most, in milliseconds, however busy the hall is. What comes onto a board glides in
 * for as long. Whoever leads presses on what the panel knows, so it rests for nothing.
 */
export const drawnEvery: Record<Surface, number> = { p: 250, board: 300, lead: 0, follow: 0 };

/** openMeeting goes to a meeting over the network and stays there whatever the network does. */
export function openMeeting(room: string, surface: Surface): Meeting {
	const store = new Store(undefined, drawnEvery[surface]);
	const clock = new Clock();
	const kept = surface === "p" ? shownLast(room) : undefined;
	const seat = signal(kept?.seat ?? "");
	if (kept) store.snapped({ t: "snap", ...kept });
	const keep = () => {
		if (!store.ready.peek() || store.waiting || socket.state.peek().is === "ended") forgetShown(room);
		else keepShown(room, { seat: seat.peek(), epoch: store.epoch.peek(), seq: store.seq.peek(), set: store.dump() });
	};
	if (surface === "p") addEventListener("pagehide", keep);

	const picture = async () => {
		const answer = await api.view(room, surface);
		const frame = answer.ok ? (answer.body as ServerFrame) : undefined;
		if (frame?.t !== "snap") socket.again();
		else if (!store.fetched(frame) && store.waiting) socket.again();
	};

	const take = (frame: ServerFrame): void => {
		if (frame.t !== "patch" && frame.t !== "eph") store.flush();
		switch (frame.t) {
			case "hi":
				clock.heard(frame.now);
				seat.value = frame.seat;
				// The first hi of a connection; the ones after it are heartbeats.
				if (!open) {
					open = true;
					outbox.opened(frame.seat);
				}
				// A heartbeat may overtake a picture, so it never moves what we ask for after a drop.
				outbox.shown(frame.seq);
				return;
			case "snap":
				if (frame.large && !frame.set) {
					store.awaits(frame.seq);
					void picture();
					return;
				}
				store.snapped(frame);
				return;
			case "patch":
				if (store.patched(frame)) return;
				// Something was missed on the way: ask for the whole picture.
				store.seq.value = 0;
				socket.again();
				return;
			case "ack":
				outbox.acked(frame.id, frame.seq);
				outbox.shown(store.seq.peek());
				return;
			case "refused":
				outbox.refused(frame.id, frame.code);
				return;
			case "eph":
				passing.value = frame;
		}
	};

	let open = false;
	const passing = signal<Passing>({});
	const outbox = new Outbox((frame) => socket.send(frame), kept?.seat);
	store.seq.subscribe((seq) => outbox.shown(seq));
	const socket = new Socket(
		{
			hello: () => {
				open = false;
				store.gaveUp();
				return { t: "hi", since: store.seq.peek(), epoch: store.epoch.peek(), v: protocolVersion };
			},
			frame: take,
		},
		{
			open: () => new WebSocket(socketAddress(room, surface)),
			listen: () => new Listening(room, surface),
			probe: async () => {
				const answer = await api.view(room, surface);
				if (!answer.ok && elsewhere[answer.code]) return elsewhere[answer.code];
				return !answer.ok && [401, 403, 404, 410].includes(answer.status) ? answer.status : undefined;
			},
		},
	);
	void openShelf(`${room}/${surface}`).then((shelf) => outbox.shelve(shelf));

	return {
		...meetingOf(room, surface, store, outbox, clock, seat),
		link: socket.state,
		passing,
		close: () => {
			removeEventListener("pagehide", keep);
			socket.close();
			outbox.closed();
			clock.stop();
		},
	};
}

/** cannedMeeting is a meeting that stands still: every screen opens with it in a test. */
export function cannedMeeting(
	pictures: Pictures,
	{
		surface = "p" as Surface,
		seat = "s1",
		link = { is: "online" } as LinkState,
		now = Date.now(),
		passing = {} as Passing,
	} = {},
): Meeting & { sent: { do: CommandName; with: unknown }[] } {
	const sent: { do: CommandName; with: unknown }[] = [];
	const outbox = new Outbox((frame) => {
		if (frame.t === "cmd" && link.is === "online") sent.push({ do: frame.do, with: frame.with });
		return link.is === "online";
	});
	const clock = new Clock(() => 0);
	clock.heard(now);
	return {
		...meetingOf("canned", surface, new Store(pictures), outbox, clock, signal(seat)),
		link: signal(link),
		passing: signal(passing),
		close: () => clock.stop(),
		sent,
	};
}

function meetingOf(
	room: string,
	surface: Surface,
	store: Store,
	outbox: Outbox,
	clock: Clock,
	seat: ReadonlySignal<string>,
): Omit<Meeting, "link" | "passing" | "close"> {
	return {
		room,
		surface,
		seat,
		store,
		outbox,
		clock,
		me: computed(() => store.get("me", seat.value)),
		send: (name, with_, slot) => outbox.send(name, with_, slot),
	};
}

import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import * as api from "../net/api";
import { forgetShown } from "../state/kept";
import { type Meeting, openMeeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { Ended } from "./ended";
import { rejoin } from "./join";
import { passOver } from "./present";
import { Room } from "./room";
import { moveSeat, sameSeat } from "./sameseat";

/** enter opens the line, and keeps to what is this seat's own. */
function enter(room: string): Meeting {
	const m = openMeeting(room, "p");
	sameSeat(m);
	return m;
}

/** RoomPage holds the line to one meeting as long as it is on screen. */
export function RoomPage({ room }: { room: string }) {
	const meeting = useSignal<Meeting | undefined>(undefined);
	const tried = useSignal<"" | "back" | "unknown" | "removed" | "swapped">("");
	useEffect(() => {
		meeting.value = enter(room);
		return () => meeting.peek()?.close();
	}, []);
	const m = meeting.value;
	const link = m?.link.value;
	// The door does not know the phone: a cookie is gone, but the phone may remember its code.
	const unknown = link?.is === "ended" && link.code < 1000 && !tried.value;
	useEffect(() => {
		if (!unknown) return;
		void rejoin(room).then((is) => {
			tried.value = is;
			if (is !== "back") return;
			meeting.peek()?.close();
			meeting.value = enter(room);
		});
	}, [unknown]);
	// Another seat than it came with: the old phone, or the facilitator, has said so.
	const swapped = link?.is === "ended" && link.code === 4105;
	useEffect(() => {
		if (!swapped) return;
		void api.swap(room).then((answer) => {
			if (!answer.ok) return;
			meeting.peek()?.close();
			forgetShown(room); // it was another seat's
			// What the phone before was asked, and has been told, is not said again on this one.
			moveSeat(room);
			passOver(room);
			notebook.write(`came:${room}`, "seen");
			tried.value = "swapped";
			meeting.value = enter(room);
		});
	}, [swapped]);
	if (!m) return null;
	if (tried.value === "removed") return <Ended m={m} code={4100} />;
	return <Room key={tried.value} m={m} />;
}

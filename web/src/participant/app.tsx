import { untracked, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { complete, tidy } from "./code";
import { late } from "./coming";
import { Door } from "./door";
import { join } from "./join";
import { Part } from "./part";
import { RoomPage } from "./roompage";
import { route } from "./route";
import { Voice } from "./voice";

const Helped = late(new Part("helped", () => import("./helped")), (p) => p.Helped);
const Plan = late(new Part("plan", () => import("./plan")), (p) => p.Plan);

/** App is the participant's page: the door, the plan, or the meeting. */
export function App() {
	const at = route.value;
	useEffect(() => {
		addEventListener("hashchange", enter);
		return () => removeEventListener("hashchange", enter);
	}, []);
	useSignalEffect(() => {
		// What comes of knocking is not a reason to knock again.
		if (route.value.at === "door") untracked(enter);
	});
	return (
		<div class="phone">
			{at.at === "room" ? <RoomPage key={at.room} room={at.room} /> : null}
			{at.at === "plan" ? <Plan /> : null}
			{at.at === "help" ? <Helped /> : null}
			{at.at === "door" ? <Door code={fragment()} /> : null}
			<Voice />
		</div>
	);
}

const fragment = () => location.hash;

/** enter comes in by the code in the address, as a QR code or a link has it: nothing to type. */
function enter(): void {
	const code = tidy(fragment());
	if (complete(code)) void join(code);
}

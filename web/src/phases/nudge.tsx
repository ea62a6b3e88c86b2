import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Part } from "../participant/part";
import { whisper } from "../participant/voice";
import { notebook } from "../state/notebook";
import { Button } from "../ui/button";
import { t } from "../words/words";

const part = new Part("found", () => import("../nudge/found"));
const told = new Map<string, Signal<ReadonlySet<string>>>();

/** noNames are the words that somebody on this phone has said are no names. */
function noNames(room: string): Signal<ReadonlySet<string>> {
	let known = told.get(room);
	if (!known) {
		known = signal(new Set((notebook.read(`no-names:${room}`) ?? "").split(" ").filter(Boolean)));
		told.set(room, known);
	}
	return known;
}

/**
 * Nudge asks kindly for a text without names. It looks on the phone and asks nobody; it never stands in the way, since it
 * knows far less of what is written than the one who writes.
 */
export function Nudge({ room, text, set }: { room: string; text: string; set: (text: string) => void }) {
	useEffect(() => void part.fetch(), []);
	const look = part.got.value;
	const known = noNames(room);
	const found = look?.find(text, known.value) ?? [];
	const name = found.find((f) => f.is === "name");
	const says = found.length === 0 ? "" : t(name ? "p.nudge.name" : "p.nudge.number");
	useEffect(() => {
		if (says) whisper(says);
	}, [says]);
	if (!look || !says) return null;
	return (
		<div class="callout-box stack-s">
			<p>{says}</p>
			<div class="row wrap">
				<Button small variant="paper" onClick={() => set(look.without(text, found, t("p.nudge.someone")))}>
					{t(name ? "p.nudge.remove" : "p.nudge.remove_number")}
				</Button>
				{name ? (
					<Button
						small
						variant="tertiary"
						onClick={() => {
							known.value = new Set([...known.value, look.bare(text.slice(name.at, name.end)).name]);
							notebook.write(`no-names:${room}`, [...known.value].join(" "));
						}}
					>
						{t("p.nudge.not")}
					</Button>
				) : null}
			</div>
		</div>
	);
}

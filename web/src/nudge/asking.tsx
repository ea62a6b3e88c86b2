import { type Signal, signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { whisper } from "../participant/voice";
import type { Written } from "../phases/nudge";
import { notebook } from "../state/notebook";
import { Button } from "../ui/button";
import { type Key, t } from "../words/words";
import { bare, find, without } from "./found";

export { Speaks } from "./speaks";

interface Asks {
	says: Key;
	remove: Key;
	not?: Key;
}
const name: Asks = { says: "p.nudge.name", remove: "p.nudge.remove", not: "p.nudge.not" };
const group: Asks = { says: "p.nudge.class", remove: "p.nudge.remove_class", not: "p.nudge.not_class" };
const number: Asks = { says: "p.nudge.number", remove: "p.nudge.remove_number" };
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
 * Names asks kindly for a text without names. It looks on the phone and asks nobody; it never stands in the way, since it
 * knows far less of what is written than the one who writes.
 */
export function Names({ room, text, set }: Written) {
	const known = noNames(room);
	const found = find(text, known.value);
	// A person comes before a group of them, and both before a number.
	const who = found.find((f) => f.is === "name") ?? found.find((f) => f.is === "class");
	const asks = who?.is === "name" ? name : who ? group : number;
	const says = found.length === 0 ? "" : t(asks.says);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!says) return;
		whisper(says);
		box.current?.scrollIntoView({ block: "nearest" }); // over the keyboard and the foot
	}, [says]);
	if (!says) return null;
	return (
		<div class="callout-box stack-s" ref={box}>
			<p>{says}</p>
			<div class="row wrap">
				<Button
					small
					variant="paper"
					onClick={() => set(without(text, found, t("p.nudge.someone"), t("p.nudge.some_class")))}
				>
					{t(asks.remove)}
				</Button>
				{who && asks.not ? (
					<Button
						small
						variant="tertiary"
						onClick={() => {
							known.value = new Set([...known.value, bare(text.slice(who.at, who.end)).name]);
							notebook.write(`no-names:${room}`, [...known.value].join(" "));
						}}
					>
						{t(asks.not)}
					</Button>
				) : null}
			</div>
		</div>
	);
}

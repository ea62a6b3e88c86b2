import { type Signal, signal } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { type Affiliation, allAffiliation } from "../gen/protocol";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { bike, candle, check, hall, house, people, speech, work } from "../ui/icons";
import { type Key, t } from "../words/words";
import { Screen } from "./screen";
import { LanguageLine } from "./text";
import { say, whisper } from "./voice";

/** How long the screen must have stood before a press counts: the one that meant *Bli med* has landed by then. */
export const settling = 700;

const open = new Map<string, Signal<boolean>>();

/** passedOver tells whether this phone has left the question unanswered, and will not be asked again. */
export function passedOver(room: string): Signal<boolean> {
	let passed = open.get(room);
	if (!passed) {
		passed = signal(notebook.read(`as:${room}`) !== null);
		open.set(room, passed);
	}
	return passed;
}

/** passOver leaves the question unanswered. */
export function passOver(room: string): void {
	notebook.write(`as:${room}`, "-");
	passedOver(room).value = true;
}

/** forgetPassed clears the memory of a meeting. */
export function forgetPassed(room: string): void {
	open.delete(room);
}

/** What somebody is here as, for whoever reads little. */
const pictures: Record<Affiliation, string> = {
	kommune: hall,
	frivillighet: people,
	innbygger: house,
	naeringsliv: work,
	ungdom: bike,
	tro: candle,
	tolk: speech,
};

/** called is what somebody is here as, in their own words. */
export const called = (as: string): string => t(`p.as.${as}` as Key);

/** worn is what two hats become when one more is pressed: taken off, put on, or as they were when there is no room. */
function worn(hats: string[], as: string): string[] {
	if (hats.includes(as)) return hats.filter((h) => h !== as);
	// Who interprets speaks for others, and wears nothing beside that.
	if (as === "tolk" || hats.includes("tolk")) return [as];
	return hats.length < 2 ? [...hats, as] : hats;
}

/** present sends what somebody is here as. */
export const present = (m: Meeting, as: string, also?: string) =>
	m.send("seat.present", { as, ...(also ? { also } : {}) }, "as");

/**
 * Present is *Jeg er her som …*: one, or two, or passed over. Nobody is called “other”.
 *
 * The last character of the code comes in by itself, and the thumb is then on
 * its way to *Bli med*: it must not say what somebody believes in. So a press
 * that was made before the screen had settled is no answer.
 */
export function Present({ m }: { m: Meeting }) {
	const since = useRef(Number.POSITIVE_INFINITY);
	const [settled, settle] = useState(false);
	const [hats, wear] = useState<string[]>([]);
	useEffect(() => {
		since.current = performance.now();
		const timer = setTimeout(() => settle(true), settling);
		return () => clearTimeout(timer);
	}, []);
	// The time of the press, not of its turn: a slow phone deals with it late.
	const meant = (answer: () => void) => (e: Event) => {
		if (e.timeStamp - since.current >= settling) answer();
	};
	const press = (as: string) => {
		const now = worn(hats, as);
		const [a, b] = now;
		if (now === hats) say(t("p.as.full"));
		else if (a && b) whisper(t("p.as.counted", { as: called(a) }));
		wear(now);
	};
	const [first, second] = hats;
	return (
		<Screen
			title={t("p.as.title")}
			above={<LanguageLine />}
			foot={
				<Button
					variant={first ? "primary" : "tertiary"}
					full
					aria-disabled={settled ? undefined : true}
					onClick={meant(() => void (first ? present(m, first, second) : passOver(m.room)))}
				>
					{t(first ? "p.as.go" : "p.as.skip")}
				</Button>
			}
		>
			<fieldset class="choices">
				<legend class="lead">{t("p.as.how")}</legend>
				{allAffiliation.map((as) => (
					<Button
						key={as}
						variant="paper"
						full
						icon={pictures[as]}
						iconAfter={hats.includes(as) ? check : undefined}
						aria-pressed={hats.includes(as)}
						aria-disabled={settled ? undefined : true}
						onClick={meant(() => press(as))}
					>
						{called(as)}
					</Button>
				))}
			</fieldset>
			<p class="small muted">{first && second ? t("p.as.counted", { as: called(first) }) : t("p.as.why")}</p>
		</Screen>
	);
}

import { type Signal, signal } from "@preact/signals";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { allAffiliation } from "../gen/protocol";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { type Key, t } from "../words/words";
import { Screen } from "./screen";

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

function passOver(room: string): void {
	notebook.write(`as:${room}`, "-");
	passedOver(room).value = true;
}

/** forgetPassed clears the memory of a meeting. */
export function forgetPassed(room: string): void {
	open.delete(room);
}

/**
 * Present is *Jeg er her som …*. It may be passed over, and nobody is called “other”.
 *
 * The last character of the code comes in by itself, and the thumb is then on
 * its way to *Bli med*: it must not say what somebody believes in. So a press
 * that was made before the screen had settled is no answer.
 */
export function Present({ m }: { m: Meeting }) {
	const since = useRef(Number.POSITIVE_INFINITY);
	const [settled, settle] = useState(false);
	useEffect(() => {
		since.current = performance.now();
		const timer = setTimeout(() => settle(true), settling);
		return () => clearTimeout(timer);
	}, []);
	// The time of the press, not of its turn: a slow phone deals with it late.
	const meant = (answer: () => void) => (e: Event) => {
		if (e.timeStamp - since.current >= settling) answer();
	};
	return (
		<Screen
			title={t("p.as.title")}
			foot={
				<Button
					variant="tertiary"
					full
					aria-disabled={settled ? undefined : true}
					onClick={meant(() => passOver(m.room))}
				>
					{t("p.as.skip")}
				</Button>
			}
		>
			<div class="choices">
				{allAffiliation.map((as) => (
					<Button
						key={as}
						variant="paper"
						full
						aria-disabled={settled ? undefined : true}
						onClick={meant(() => void m.send("seat.present", { as }, "as"))}
					>
						{t(`p.as.${as}` as Key)}
					</Button>
				))}
			</div>
			<p class="small muted">{t("p.as.why")}</p>
		</Screen>
	);
}

/** HereAs is what one has said, where it can be changed or taken back at any time. */
export function HereAs({ m }: { m: Meeting }) {
	const id = useId();
	const me = m.me.value;
	if (!me || m.store.one("youth")) return null; // where young people lead nobody is asked what they are
	const flying = m.outbox.pending("seat.present").at(-1);
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{t("p.as.is")}
			</label>
			<select
				class="ds-input"
				id={id}
				value={flying ? flying.with.as : me.as}
				aria-describedby={`${id}-hint`}
				onChange={(e) => {
					const as = e.currentTarget.value;
					// Whoever takes the answer back is not asked for it again.
					if (as === "") passOver(m.room);
					m.send("seat.present", { as }, "as");
				}}
			>
				<option value="">{t("p.as.none")}</option>
				{allAffiliation.map((as) => (
					<option key={as} value={as}>
						{t(`p.as.${as}` as Key)}
					</option>
				))}
			</select>
			<p class="hint below" id={`${id}-hint`}>
				{t("p.as.change")}
			</p>
		</div>
	);
}

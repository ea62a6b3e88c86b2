import { signal } from "@preact/signals";
import { Button } from "../ui/button";
import { type Key, t } from "../words/words";

interface Said {
	text: string;
	undo?: (() => void) | undefined;
	back: Key;
}

const said = signal<Said | undefined>(undefined);
/** What is only read aloud. It stands beside what is shown: a word on screen must not swallow the next thing heard. */
const whispered = signal("");
/** What would be shown waits as long as somebody fills in a slip: it is for whoever owns the phone, and would lie over the ballot. */
const held = signal(false);
let timer: ReturnType<typeof setTimeout> | undefined;
let hush: ReturnType<typeof setTimeout> | undefined;

/** say shows a sentence and reads it aloud; it stays long enough to be read and undone. What undoes it may have a word of its own. */
export function say(text: string, undo?: () => void, back: Key = "common.undo"): void {
	said.value = { text, undo, back };
	stay();
}

function stay(): void {
	clearTimeout(timer);
	if (!held.peek()) timer = setTimeout(unsay, 10_000);
}

/** unsay takes away what is shown: what was said of one thing must not stand beside the question of the next. */
export function unsay(): void {
	if (held.peek()) return;
	clearTimeout(timer);
	said.value = undefined;
}

/** hold keeps back what is said, until it is let go of: then it stands as long as ever. */
export function hold(on: boolean): void {
	held.value = on;
	stay();
}

/** whisper only reads aloud: what the eye can see already. */
export function whisper(text: string): void {
	if (document.visibilityState !== "visible") return;
	clearTimeout(hush);
	whispered.value = text;
	hush = setTimeout(() => {
		whispered.value = "";
	}, 5_000);
}

/** SaidHere shows what was just said inside a dialog, which lies over the place where it is said. It is not read aloud twice. */
export function SaidHere() {
	return said.value ? (
		<p class="said-here" aria-hidden="true">
			{said.value.text}
		</p>
	) : null;
}

/** Voice is the one live region of the page. It is there from the first picture to the last. */
export function Voice() {
	const now = held.value ? undefined : said.value;
	return (
		<div role="status" class="voice">
			{whispered.value ? <p class="vh">{whispered.value}</p> : null}
			{now ? (
				<p class="toast">
					<span>{now.text}</span>
					{now.undo ? (
						<Button
							variant="tertiary"
							small
							onClick={() => {
								now.undo?.();
								unsay();
							}}
						>
							{t(now.back)}
						</Button>
					) : null}
				</p>
			) : null}
		</div>
	);
}

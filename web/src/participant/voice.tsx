import { signal } from "@preact/signals";
import { Button } from "../ui/button";
import { t } from "../words/words";

interface Said {
	text: string;
	/** A quiet word is read aloud and not shown. */
	quiet: boolean;
	undo?: (() => void) | undefined;
}

const said = signal<Said | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** say shows a sentence at the bottom and reads it aloud; it stays long enough to be read and undone. */
export function say(text: string, undo?: () => void): void {
	put({ text, quiet: false, undo }, 10_000);
}

/** whisper only reads aloud: what the eye can see already. */
export function whisper(text: string): void {
	if (said.peek()?.quiet === false || document.visibilityState !== "visible") return;
	put({ text, quiet: true }, 5_000);
}

function put(now: Said, ms: number): void {
	clearTimeout(timer);
	said.value = now;
	timer = setTimeout(() => {
		said.value = undefined;
	}, ms);
}

/** Voice is the one live region of the page. It is there from the first picture to the last. */
export function Voice() {
	const now = said.value;
	return (
		<div role="status" class="voice">
			{now?.quiet ? <p class="vh">{now.text}</p> : null}
			{now && !now.quiet ? (
				<p class="toast">
					<span>{now.text}</span>
					{now.undo ? (
						<Button
							variant="tertiary"
							small
							onClick={() => {
								now.undo?.();
								said.value = undefined;
							}}
						>
							{t("common.undo")}
						</Button>
					) : null}
				</p>
			) : null}
		</div>
	);
}

import { Button } from "./button";

/**
 * Toast is the one place where something is said aloud. The region is there from load, so that
 * readers notice when words come; nothing else on the screen is live.
 */
export function Toast({ text, undo, undoText }: { text: string; undo?: (() => void) | undefined; undoText?: string }) {
	return (
		<div role="status" class="toasts">
			{text ? (
				<p class="toast">
					<span>{text}</span>
					{undo ? (
						<Button variant="tertiary" small onClick={undo}>
							{undoText}
						</Button>
					) : null}
				</p>
			) : null}
		</div>
	);
}

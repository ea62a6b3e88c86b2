import type { ComponentChildren } from "preact";

/**
 * Tick is a proposal with its box: it shows what is chosen, and a tap is only
 * a wish. The box is put back before anything is drawn anew, and the tap is
 * not stopped: a browser that is told to stop it puts the old mark back after
 * the drawing, and the paper is then one tap behind the hand.
 */
export function Tick({ on, tap, children }: { on: boolean; tap: () => void; children: ComponentChildren }) {
	return (
		<label>
			<input
				type="checkbox"
				checked={on}
				onChange={(e) => {
					e.currentTarget.checked = on;
					tap();
				}}
			/>
			{children}
		</label>
	);
}

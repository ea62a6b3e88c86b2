import { useLayoutEffect } from "preact/hooks";

const double = 300; // ms between the two taps of a double one
const near = 24; // px between them

/** last is the tap that was made last; meant is the one that changed what lies under the finger, as long as nobody has tapped elsewhere. */
let last: MouseEvent | undefined;
let meant: MouseEvent | undefined;

/**
 * onceOnly keeps the second of two taps on one place from what the first has laid under the finger, or uncovered
 * there. Whoever taps somewhere else, or later, or after what came by itself, means it: so does the next at the table.
 */
function onceOnly(e: MouseEvent): void {
	if (e.detail === 0) return; // a key
	const second =
		meant &&
		e.timeStamp - meant.timeStamp < double &&
		Math.hypot(e.clientX - meant.clientX, e.clientY - meant.clientY) < near;
	if (second) {
		e.preventDefault();
		e.stopPropagation();
	}
	if (e.type !== "click") return;
	last = e;
	meant = second ? e : undefined;
}
for (const type of ["mousedown", "click"] as const) addEventListener(type, onceOnly, true);

/** useTwice is for what comes and goes under a finger, or means something else when what it shows is another: a tap from before, or from long ago, may have made it so. */
export function useTwice(shows?: unknown): void {
	useLayoutEffect(() => {
		meant = last;
		return () => {
			meant = last;
		};
	}, [shows]);
}

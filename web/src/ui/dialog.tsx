import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { unsay } from "../participant/voice";

interface Props {
	title: string;
	onClose: () => void;
	foot?: ComponentChildren;
	children?: ComponentChildren;
}

const double = 300; // ms between the two taps of a double one
const near = 24; // px between them

/** last is the tap that was made last; meant is the one that opened or closed a box, as long as nobody has tapped elsewhere. */
let last: MouseEvent | undefined;
let meant: MouseEvent | undefined;

/**
 * onceOnly keeps the second of two taps on one place from what a box has laid under the finger, or taken away from
 * it. Whoever taps somewhere else, or later, or after a box that went by itself, means it: so does the next at the table.
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

/** changed is told that a box has come or gone, with the tap before it or long after. */
function changed(): void {
	meant = last;
}

/**
 * Dialog is the browser's own: Escape closes it and the focus stays inside. It is open as long as
 * it is drawn; when it goes, the focus returns to where it came from.
 */
export function Dialog({ title, onClose, foot, children }: Props) {
	const ref = useRef<HTMLDialogElement>(null);
	const id = useId();
	// Before the next key: whoever types on at once types in here.
	useLayoutEffect(() => {
		const from = document.activeElement;
		unsay();
		ref.current?.showModal();
		changed();
		return () => {
			changed();
			// As long as it stands open nothing outside it takes the focus: so when it has gone, unless somebody has it by then.
			queueMicrotask(() => {
				if (document.activeElement === document.body && from instanceof HTMLElement && from.isConnected) from.focus();
			});
		};
	}, []);
	return (
		<dialog class="ds-dialog" ref={ref} aria-labelledby={id} onClose={onClose}>
			<h2 id={id}>{title}</h2>
			{children}
			{foot ? <div class="dialog-foot">{foot}</div> : null}
		</dialog>
	);
}

import { useEffect, useRef } from "preact/hooks";

/** typing tells whether a key belongs to somebody who writes, chooses, or is being asked something. */
export function typing(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.closest("input, textarea, select, dialog") !== null;
}

/** pressing tells whether the space bar already means something where the focus is. */
export const pressing = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && target.closest("button, a, summary, [role=button]") !== null;

interface Acts {
	next: () => void;
	back: () => void;
	undo: () => void;
	black: () => void;
	desk: boolean;
}

/**
 * useKeys: space, → and PageDown (what a clicker sends) go on; ← and PageUp go back among slides; B and . make the
 * board black; Ctrl+Z undoes. A key that is held
 * down counts once, and a key that a part of the screen has used for itself not at all. On the desk where
 * the arrows walk among ideas and space chooses one they never move the meeting, not even when the focus was lost.
 */
export function useKeys(acts: Acts): void {
	const now = useRef(acts);
	now.current = acts;
	useEffect(() => {
		const key = (e: KeyboardEvent) => {
			if (e.defaultPrevented || e.repeat || e.altKey || typing(e.target) || document.querySelector("dialog[open]"))
				return;
			if ((e.ctrlKey || e.metaKey) && !e.shiftKey && e.key.toLowerCase() === "z") {
				e.preventDefault();
				now.current.undo();
				return;
			}
			if (e.ctrlKey || e.metaKey || e.shiftKey) return;
			if (
				e.key === "PageDown" ||
				(!now.current.desk && (e.key === "ArrowRight" || (e.key === " " && !pressing(e.target))))
			) {
				e.preventDefault();
				now.current.next();
			} else if ((e.key === "ArrowLeft" && !now.current.desk) || e.key === "PageUp") {
				e.preventDefault();
				now.current.back();
			} else if ((e.key === "b" || e.key === "B" || e.key === ".") && !now.current.desk) now.current.black();
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, []);
}

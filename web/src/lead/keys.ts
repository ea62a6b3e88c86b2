import { useEffect, useRef } from "preact/hooks";

/** typing tells whether a key belongs to somebody who writes, chooses, or is being asked something. */
export function typing(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false;
	return target.isContentEditable || target.closest("input, textarea, select, dialog") !== null;
}

/** pressing tells whether the space bar already means something where the focus is. */
const pressing = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && target.closest("button, a, summary, [role=button]") !== null;

/**
 * useKeys: space, → and PageDown (what a clicker sends) go on; Ctrl+Z undoes. A key that is held
 * down counts once, and a key that a part of the screen has used for itself not at all. Where the
 * arrows walk among ideas they never move the meeting, not even when the focus was lost.
 */
export function useKeys(next: () => void, undo: () => void, arrows: boolean): void {
	const now = useRef({ next, undo, arrows });
	now.current = { next, undo, arrows };
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
				(e.key === "ArrowRight" && now.current.arrows) ||
				e.key === "PageDown" ||
				(e.key === " " && !pressing(e.target))
			) {
				e.preventDefault();
				now.current.next();
			}
		};
		addEventListener("keydown", key);
		return () => removeEventListener("keydown", key);
	}, []);
}

import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

const glide = { duration: 300, easing: "cubic-bezier(.2, .7, .2, 1)" };

/**
 * useGlide shows where things came from: what moved in a list slides to its new place, what is new
 * fades in, and what is gone slides onto what took it in, when `into` knows. Only transform and
 * opacity, only what is on screen, and nothing for those who asked for less motion.
 */
export function useGlide(
	list: RefObject<HTMLElement | null>,
	still = false,
	into?: (gone: string) => string | undefined,
): void {
	const before = useRef(new Map<string, [HTMLElement, DOMRect]>());
	useLayoutEffect(() => {
		const now = new Map<string, [HTMLElement, DOMRect]>();
		for (const el of (list.current?.children ?? []) as Iterable<HTMLElement>) {
			if (el.dataset.key) now.set(el.dataset.key, [el, el.getBoundingClientRect()]);
		}
		if (!still && before.current.size && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
			for (const [key, [el, to]] of now) {
				const from = before.current.get(key)?.[1];
				if (from) slide(el, from, to);
				else el.animate([{ opacity: 0, transform: "translateY(1rem)" }, {}], glide);
			}
			for (const [key, [el, from]] of before.current) {
				const home = now.has(key) ? undefined : now.get(into?.(key) ?? "");
				if (home) lay(el, from, home[1]);
			}
		}
		before.current = now;
	});
}

function slide(el: HTMLElement, from: DOMRect, to: DOMRect): void {
	const [x, y] = [from.left - to.left, from.top - to.top];
	if (Math.abs(x) + Math.abs(y) > 1) el.animate([{ transform: `translate(${x}px, ${y}px)` }, {}], glide);
}

/** lay lets a copy of what is gone slide onto its new home, above everything, and disappear. */
function lay(gone: HTMLElement, from: DOMRect, to: DOMRect): void {
	const ghost = gone.cloneNode(true) as HTMLElement;
	ghost.setAttribute("aria-hidden", "true");
	Object.assign(ghost.style, {
		position: "fixed",
		zIndex: "9",
		margin: "0",
		top: `${from.top}px`,
		left: `${from.left}px`,
		width: `${from.width}px`,
		height: `${from.height}px`,
		pointerEvents: "none",
	});
	document.body.append(ghost);
	const moved = `translate(${to.left - from.left}px, ${to.top - from.top}px)`;
	ghost.animate([{}, { transform: moved, opacity: 1, offset: 0.8 }, { transform: moved, opacity: 0 }], glide).onfinish =
		() => ghost.remove();
}

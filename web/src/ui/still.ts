/**
 * keepStill holds the field that somebody writes in where it stands, however much comes in above it. Most browsers do so
 * themselves; older iPhones do not, and there the words under the thumb would run away. It gives back how to stop.
 */
export function keepStill(): () => void {
	if (CSS.supports("overflow-anchor", "auto")) return () => {};
	let top: number | undefined;
	const field = () => {
		const at = document.activeElement;
		return at?.matches("input, textarea") ? at : undefined;
	};
	const note = () => {
		top = field()?.getBoundingClientRect().top;
	};
	const hold = () => {
		const now = field()?.getBoundingClientRect().top;
		if (top !== undefined && now !== undefined && now !== top) scrollBy({ top: now - top, behavior: "instant" });
		note();
	};
	const grown = new MutationObserver(hold);
	grown.observe(document.body, { childList: true, characterData: true, subtree: true });
	// What glides into its place grows after it has come.
	const sized = new ResizeObserver(hold);
	sized.observe(document.body);
	for (const what of ["focusin", "focusout", "scroll", "input", "resize"])
		addEventListener(what, note, { passive: true });
	return () => {
		grown.disconnect();
		sized.disconnect();
		for (const what of ["focusin", "focusout", "scroll", "input", "resize"]) removeEventListener(what, note);
	};
}

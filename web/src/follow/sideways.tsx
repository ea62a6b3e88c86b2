import type { ComponentChildren } from "preact";

/** Sideways holds what may be wider than the screen. It takes the focus, so that the arrows can move it. */
export function Sideways({ label, children }: { label: string; children: ComponentChildren }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys
		<section class="line-scroll" tabIndex={0} aria-label={label}>
			{children}
		</section>
	);
}

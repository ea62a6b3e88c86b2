import { back, next } from "./icons";

/** Icon draws one of the paths in icons.ts; what points on or back turns with the way the page is read. It says nothing to a screen reader: the word beside it does. */
export function Icon({ d }: { d: string }) {
	return (
		<svg class={d === next || d === back ? "i flips" : "i"} viewBox="0 0 24 24" aria-hidden="true">
			<path d={d} />
		</svg>
	);
}

/** Icon draws one of the paths in icons.ts. It says nothing to a screen reader: the word beside it does. */
export function Icon({ d, flips }: { d: string; flips?: boolean }) {
	return (
		<svg class={flips ? "i flips" : "i"} viewBox="0 0 24 24" aria-hidden="true">
			<path d={d} />
		</svg>
	);
}

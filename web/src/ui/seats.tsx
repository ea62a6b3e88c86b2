import { shapeOf, shapePath } from "./badge";

const round = 48; // more people than this stand too close to be told apart

/** Seats is a table from above: one filled seat for each person here, open ones for the rest. */
export function Seats({ n, here, of = here }: { n?: number; here: number; of?: number }) {
	const places = Math.min(Math.max(of, here, 1), round);
	const r = Math.min(9, (Math.PI * 49) / places - 1.5);
	return (
		<svg class="seats" data-g={n ? shapeOf(n) : undefined} viewBox="0 0 120 120" aria-hidden="true">
			<circle class="top" cx="60" cy="60" r="35" />
			{Array.from({ length: places }, (_, i) => {
				const a = (i / places) * 2 * Math.PI - Math.PI / 2;
				const taken = i < here;
				return (
					<circle
						key={i}
						class={taken ? "who" : "open"}
						cx={(60 + 49 * Math.cos(a)).toFixed(1)}
						cy={(60 + 49 * Math.sin(a)).toFixed(1)}
						r={taken ? r : r - 1.5}
					/>
				);
			})}
			{n ? (
				<>
					<path class="mark" transform="translate(38 38) scale(.9167)" d={shapePath(n)} />
					<text x="60" y={shapeOf(n) === 3 ? 70 : 68}>
						{n}
					</text>
				</>
			) : null}
		</svg>
	);
}

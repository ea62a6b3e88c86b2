// Groups are told apart by number and shape; the colour only helps.

const shapes = [
	"M46 24a22 22 0 1 1-44 0a22 22 0 1 1 44 0Z",
	"M9 4H39a5 5 0 0 1 5 5V39a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5V9a5 5 0 0 1 5-5Z",
	"M24 3L46 42Q47 44 45 44H3Q1 44 2 42Z",
	"M24 0L48 24 24 48 0 24Z",
	"M24 1.5L46.8 18.1L38.1 44.9H9.9L1.2 18.1Z",
	"M48 24L36 44.8H12L0 24L12 3.2H36Z",
	"M4 45V24a20 20 0 0 1 40 0v21Z",
	"M15 3h18v12h12v18H33v12H15V33H3V15h12Z",
] as const;

/** shapeOf is which of the eight shapes and colours a group has, 1 to 8. */
export const shapeOf = (n: number) => ((n - 1) % shapes.length) + 1;

/** shapePath draws that shape in a box of 48. */
export const shapePath = (n: number) => shapes[shapeOf(n) - 1];

/** Badge is a group's sign. `label` is what is read aloud, such as “Gruppe 4”. */
export function Badge({ n, label }: { n: number; label: string }) {
	return (
		<span class="badge" data-g={shapeOf(n)} data-long={n > 99 ? "" : undefined}>
			<svg viewBox="0 0 48 48" aria-hidden="true">
				<path d={shapePath(n)} />
			</svg>
			<b aria-hidden="true">{n}</b>
			<span class="vh">{label}</span>
		</span>
	);
}

/** Badges is a row of them. */
export function Badges({ groups, label }: { groups: readonly number[]; label: (n: number) => string }) {
	return (
		<span class="badges">
			{groups.map((n, i) => (
				<Badge key={`${n}-${i}`} n={n} label={label(n)} />
			))}
		</span>
	);
}

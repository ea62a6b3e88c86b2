const people: [number, number, number][] = [
	[179, 14, 1],
	[268, 48, 2],
	[297, 124, 4],
	[268, 190, 5],
	[90, 190, 6],
	[61, 124, 7],
	[90, 48, 3],
];

/** Hero is the whole idea in one picture: people round a table, and cards on it. */
export function Hero() {
	return (
		<svg class="hero" viewBox="0 -8 358 220" aria-hidden="true">
			<circle class="h-table" cx="179" cy="124" r="86" />
			<g class="h-blue" transform="translate(126 78) rotate(-9)">
				<rect width="58" height="80" rx="9" />
				<path d="M29 15a16 16 0 1 0 0 32 16 16 0 0 0 0-32zM12 58.5h34M12 67.5h22" />
			</g>
			<g class="h-orange" transform="translate(178 70) rotate(8)">
				<rect width="58" height="80" rx="9" />
				<path d="M29 13L46 30 29 47 12 30zM12 58.5h34M12 67.5h22" />
			</g>
			{people.map(([x, y, g]) => (
				<circle key={g} cx={x} cy={y} r="17" fill={`var(--g${g})`} />
			))}
		</svg>
	);
}

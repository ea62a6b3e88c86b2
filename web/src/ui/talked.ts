/** talked is the order proposals are talked about in: first those that are laid together, where something may have been lost. */
export const talked = <P extends { ideas: readonly unknown[] }>(piles: readonly P[]): P[] => [
	...piles.filter((p) => p.ideas.length > 1),
	...piles.filter((p) => p.ideas.length < 2),
];

import { Two } from "./also";

/** Page says which page of a list is up, where there is more than one. */
export function Page({ n, of }: { n: number; of: number }) {
	if (of < 2) return null;
	return (
		<p class="sub num">
			<Two k="board.page" with={{ n: n + 1, of }} along />
		</p>
	);
}

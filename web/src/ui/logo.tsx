/** Logo is the wordmark: the first d is a table with a card on it. */
export function Logo() {
	return (
		<svg class="wordmark" viewBox="0 0 448 142" role="img" aria-label="dugnad">
			<circle class="wb" cx="38" cy="76" r="32" />
			<rect class="wo" x="58" y="8" width="19" height="100" rx="7" />
			<path
				class="wt"
				d="M98 50V76a24 24 0 0 0 48 0V50M146 76v32M217 50v62a25 25 0 0 1-44 16M246 108V76a24 24 0 0 1 48 0v32M246 50v30M365 50v58M436 8v100M217 76a25 25 0 1 1-50 0a25 25 0 1 1 50 0M365 76a25 25 0 1 1-50 0a25 25 0 1 1 50 0M436 76a25 25 0 1 1-50 0a25 25 0 1 1 50 0"
			/>
		</svg>
	);
}

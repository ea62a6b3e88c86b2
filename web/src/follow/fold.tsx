import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
	/** Of its heading; what was opened under it stays open on the next measure. */
	id: string;
	title: string;
	/** What is worth knowing while it is folded. */
	aside?: string | number | undefined;
	/** Stands open until somebody folds it, also on a phone. */
	open?: boolean;
	/** Must be open: somebody has to choose in there. */
	force?: boolean;
	children: ComponentChildren;
}

const kept = new Map<string, boolean>();
const wide = () => matchMedia("(min-width: 60rem)").matches;

/** Fold is one part of a long page: open where there is room, one line on a phone. */
export function Fold({ id, title, aside, open, force, children }: Props) {
	const [is, set] = useState(kept.get(id) ?? (open || wide()));
	return (
		<section class="box fold" aria-labelledby={id}>
			<details
				open={is || force}
				onToggle={(e) => {
					const now = e.currentTarget.open;
					if (now === (is || Boolean(force))) return;
					kept.set(id, now);
					set(now);
				}}
			>
				<summary>
					<h2 id={id}>{title}</h2>
					{aside && !(is || force) ? (
						<span class="muted num" dir="auto">
							{aside}
						</span>
					) : null}
				</summary>
				<div class="stack">{children}</div>
			</details>
		</section>
	);
}

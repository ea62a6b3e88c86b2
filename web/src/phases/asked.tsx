import type { ComponentChildren } from "preact";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";

interface Written {
	id: string;
	step: string;
	card: string;
}

/** earlier are those of a list that were written to another question than the one that is asked now. */
export function earlier<T extends Written>(m: Meeting, list: readonly T[]): T[] {
	const { earlier = [] } = m.store.one("step") ?? {};
	return list.filter((w) => earlier.some((q) => q.steps.includes(w.step)));
}

/** Asked is a list of what was written, first to the question that is asked now. What was written to another one lies folded under it: readable, and nobody's answer to this. */
export function Asked<T extends Written>({
	m,
	list,
	row,
}: {
	m: Meeting;
	list: readonly T[];
	row: (one: T) => ComponentChildren;
}) {
	const { earlier = [], later = [] } = m.store.one("step") ?? {};
	const others = [...earlier, ...later];
	const now = list.filter((w) => !others.some((q) => q.steps.includes(w.step)));
	const rows = (some: readonly T[]) =>
		some.length ? (
			<ul class="stack-s">
				{some.map((w) => (
					<li key={w.id}>{row(w)}</li>
				))}
			</ul>
		) : null;
	return (
		<>
			{rows(now)}
			{others.map((q) => {
				const old = list.filter((w) => q.steps.includes(w.step));
				const card = m.store.get("cards", old[0]?.card ?? "");
				return old.length ? (
					<details key={q.steps[0]} class="sunk">
						<summary>
							{t(earlier.includes(q) ? "p.before" : "p.before.later", { n: old.length })}
							<span class="small also" dir="auto">
								{q.asks}
								{card ? ` (${card.title})` : null}
							</span>
						</summary>
						{rows(old)}
					</details>
				) : null;
			})}
		</>
	);
}

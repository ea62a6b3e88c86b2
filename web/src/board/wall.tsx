import { t } from "../words/words";
import { cut, usePages } from "./pages";
import type { View } from "./view";

const each = 4;
const sorts = ["can", "need"] as const;

/** Wall is what people can help with beside what they need, to be matched by eye. It says which organisation, never who. */
export const Wall: View = ({ meeting, still }) => {
	const all = meeting.store.list("posters", (p) => p.order);
	const columns = sorts.map((sort) => all.filter((p) => p.sort === sort));
	const rows = Math.max(...columns.map((c) => c.length));
	const pages = cut(
		Array.from({ length: rows }, (_, n) => ({ n, pair: columns.map((c) => c[n]) })),
		() => 1,
		each,
	);
	const [page, n] = usePages(pages, (row) => String(row.n), still);
	return (
		<div class="posters">
			{sorts.map((sort, at) => (
				<section key={sort} aria-labelledby={`wall-${sort}`}>
					<h2 id={`wall-${sort}`}>{t(`board.wall.${sort}`)}</h2>
					<ul>
						{page.map(({ pair }) => {
							const p = pair[at];
							return p ? (
								<li key={p.id} class="slip" data-long={p.text.length > 60 ? "" : undefined}>
									<span dir="auto">{p.text}</span>
									{p.from ? (
										<span class="from" dir="auto">
											{p.from}
										</span>
									) : null}
								</li>
							) : null;
						})}
					</ul>
				</section>
			))}
			{pages.length > 1 ? <p class="sub num">{t("board.page", { n: n + 1, of: pages.length })}</p> : null}
		</div>
	);
};

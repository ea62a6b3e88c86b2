import { Also, Two } from "./also";
import { Countdown } from "./countdown";
import { Page } from "./page";
import { cut, usePages } from "./pages";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

const room = 3; // rows of short posters on a page
const long = 70;
const sorts = ["can", "need"] as const;

/** Wall is what people can help with beside what they need, to be matched by eye. It says which organisation, never who. */
export const Wall: View = ({ meeting, still }) => {
	const step = meeting.store.one("step");
	const all = meeting.store.list("posters", (p) => p.order);
	const columns = sorts.map((sort) => all.filter((p) => p.sort === sort));
	const rows = Array.from({ length: Math.max(...columns.map((c) => c.length)) }, (_, n) => columns.map((c) => c[n]));
	const tall = (row: (typeof rows)[number]) => (row.some((p) => (p?.text.length ?? 0) > long) ? 2 : 1);
	const pages = cut(rows, tall, room);
	const [page, n] = usePages(pages, (row) => row.map((p) => p?.id).join(), still);
	return (
		<main class="board-main plen posters">
			<div class="heading">
				<div>
					<StepTitle meeting={meeting} />
					{step?.question ? (
						<p class="sub" dir="auto">
							{step.question}
							<Also text={step.alsoAsks} />
						</p>
					) : null}
				</div>
				<Page n={n} of={pages.length} />
				<Countdown meeting={meeting} />
			</div>
			<div class="columns">
				{sorts.map((sort, at) => (
					<section key={sort} aria-labelledby={`wall-${sort}`}>
						<h2 id={`wall-${sort}`}>
							<Two k={`board.wall.${sort}`} />
						</h2>
						<ul>
							{page.map((row) => {
								const p = row[at];
								return p ? (
									<li key={p.id} class="slip" data-long={p.text.length > long ? "" : undefined}>
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
			</div>
		</main>
	);
};

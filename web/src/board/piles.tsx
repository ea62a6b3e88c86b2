import { useLayoutEffect, useRef } from "preact/hooks";
import type { ClusterView } from "../gen/protocol";
import { Badges } from "../ui/badge";
import { Empty } from "../ui/empty";
import { useGlide } from "../ui/glide";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { Page } from "./page";
import { cut, usePages } from "./pages";
import { StepTitle } from "./steptitle";
import type { View } from "./view";

const each = 8;
const badges = 6;

/** Merging: every proposal is a pile as thick as its ideas. It is not sized by votes; there are none yet. */
export const Piles: View = ({ meeting, still }) => {
	const all = numbered(meeting.store.list("clusters", (c) => c.order));
	const pages = cut(all, () => 1, each);
	const [page, n] = usePages(pages, (c) => c.id, still);
	const list = useRef<HTMLOListElement>(null);
	const before = useRef(all);
	const taken = (gone: string) => {
		const first = before.current.find((c) => c.id === gone)?.ideas[0];
		return all.find((c) => first && c.ideas.includes(first))?.id;
	};
	useGlide(list, still, taken);
	useLayoutEffect(() => {
		before.current = all;
	});
	if (all.length === 0) {
		return (
			<main class="board-main clus">
				<StepTitle meeting={meeting} />
				<Empty title={<Two k="board.no_proposals" />}>
					<p>
						<Two k="board.no_proposals_hint" />
					</p>
				</Empty>
			</main>
		);
	}
	const ideas = all.reduce((sum, c) => sum + c.ideas.length, 0);
	return (
		<main class="board-main clus">
			<div class="heading">
				<h1>
					<Two k={ideas > all.length ? "board.merged" : "board.proposals"} with={{ ideas, n: all.length }} />
				</h1>
				<Page n={n} of={pages.length} />
			</div>
			<ol ref={list} data-few={page.length <= 4 && pages.length === 1 ? "" : undefined}>
				{page.map((c) => (
					<Pile key={c.id} cluster={c} n={c.n} />
				))}
			</ol>
		</main>
	);
};

export type Numbered = ClusterView & { n: number; at: number };

/** numbered gives the proposals the numbers they will have on the ballot, and their places in the list. */
export const numbered = (clusters: readonly ClusterView[]): Numbered[] =>
	clusters.map((c, i) => ({ ...c, n: c.order, at: i + 1 }));

function Pile({ cluster, n }: { cluster: ClusterView; n: number }) {
	const groups = [...new Set(cluster.groups.filter((g) => g > 0))].sort((a, b) => a - b);
	const shown = groups.length > badges ? groups.slice(0, badges - 1) : groups;
	return (
		<li class="pile" data-key={cluster.id} data-edges={Math.min(cluster.ideas.length, 4)}>
			<div class="pile-top">
				<p class="pile-head">
					<span class="n">{n}</span>
					<span>
						<Two k="board.ideas" with={{ n: cluster.ideas.length }} along />
					</span>
				</p>
				<p class="pile-title" dir="auto" data-long={step(cluster.title, cluster.also ? 30 : 36)}>
					{cluster.title}
					<Also text={cluster.also} />
				</p>
				<p class="pile-foot">
					<Badges groups={shown} label={(g) => t("board.group", { n: g })} />
					{groups.length > shown.length ? `+${groups.length - shown.length}` : null}
				</p>
			</div>
		</li>
	);
}

/** step chooses the size of a title: the longer it is, or its longest word, the smaller, down to what the back row reads. With a second line beneath it is long sooner. */
function step(title: string, short: number): number {
	const word = Math.max(...title.split(/[\s-]+/).map((w) => w.length));
	if (title.length > 50 || word > 17) return 3;
	return title.length > short || word > 13 ? 2 : 1;
}

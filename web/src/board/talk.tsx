import type { CardView, Draft, IdeaView } from "../gen/protocol";
import { Badge, Badges } from "../ui/badge";
import { says } from "../ui/said";
import { talked } from "../ui/talked";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { cut, usePages } from "./pages";
import { numbered } from "./piles";
import type { View } from "./view";

const long = 90;

/** room is how many rows a page has, and rows how many a text takes: a proposal of many ideas is set smaller, to be seen whole. */
const room = (many: boolean) => (many ? 8 : 4);
const rows = (i: IdeaView, many: boolean): number => {
	const more = i.card || own(i.draft, {}).length;
	if (!many) return says(i).length > long || more ? 2 : 1;
	return (says(i).length > long ? 2 : says(i).length > 58 ? 1.5 : 1) + (more ? 0.5 : 0);
};

/**
 * Talk is one proposal, large, with the ideas it came from as each table wrote them. What all its tables have planned
 * alike is said once; what differs stays with the table that wrote it, so that the hall can see what would be lost.
 */
export const Talk: View = ({ meeting, still }) => {
	const all = numbered(meeting.store.list("clusters", (c) => c.order));
	const id = meeting.store.one("showing")?.cluster;
	const c = all.find((c) => c.id === id);
	const ideas = (c?.ideas ?? []).flatMap((i) => meeting.store.get("ideas", i) ?? []);
	const many = ideas.length > 4;
	const pages = cut(ideas, (i) => rows(i, many), room(many));
	const [page, n] = usePages(pages, (i) => i.id, still);
	if (!c) return <main class="board-main talk" />;
	const alike = likeOf(ideas.map((i) => i.draft));
	const groups = [...new Set(c.groups.filter((g) => g > 0))].sort((a, b) => a - b);
	return (
		<main class="board-main talk">
			<div class="heading">
				<span class="n">{c.n}</span>
				<h1 dir="auto" data-long={c.title.length > 36 ? "" : undefined}>
					{c.title}
					<Also text={c.also} />
				</h1>
				<p class="sub num">
					{pages.length > 1 ? (
						<Two k="board.page" with={{ n: n + 1, of: pages.length }} along />
					) : (
						<Two k="board.talk_of" with={{ at: talked(all).indexOf(c) + 1, of: all.length }} along />
					)}
				</p>
			</div>
			<ul class="parents" data-many={many ? "" : undefined}>
				{page.map((i) => (
					<Parent key={i.id} of={i} card={cardOf(meeting, i)} alike={alike} />
				))}
			</ul>
			<aside>
				<h2>
					<Two k="board.talk_alike" />
				</h2>
				{groups.length ? (
					<p>
						<Badges groups={groups} label={(g) => t("board.group", { n: g })} />
					</p>
				) : null}
				<p>
					<Two k="board.talk_from" with={{ n: ideas.length }} />
				</p>
				<Plan of={Object.entries(alike) as [keyof Draft, string][]} />
				<h2>
					<Two k="board.talk_lost" />
				</h2>
				<p>
					<Two k="board.talk_lost_how" />
				</p>
			</aside>
		</main>
	);
};

const cardOf = (meeting: Parameters<View>[0]["meeting"], i: IdeaView): CardView | undefined =>
	i.card ? meeting.store.get("cards", i.card) : undefined;

function Parent({ of: i, card, alike }: { of: IdeaView; card: CardView | undefined; alike: Partial<Draft> }) {
	return (
		<li class="slip" data-long={says(i).length > long ? "" : undefined}>
			{i.group ? <Badge n={i.group} label={t("board.group", { n: i.group })} /> : null}
			<div>
				<p dir="auto">{says(i)}</p>
				{card ? (
					<p class="sub" dir="auto">
						<Two
							k="board.talk_card"
							with={{ card: card.title }}
							other={{ card: card.also?.title ?? card.title }}
							along
						/>
					</p>
				) : null}
				<Plan of={own(i.draft, alike)} />
			</div>
		</li>
	);
}

const words = { who: "board.responsible", first: "board.first", due: "board.due" } as const;

function Plan({ of: list }: { of: [keyof Draft, string][] }) {
	if (list.length === 0) return null;
	return (
		<p class="sub">
			{list.map(([field, said], n) => (
				<span key={field}>
					{n ? " · " : ""}
					<Two k={words[field]} along />: <b dir="auto">{said}</b>
				</span>
			))}
		</p>
	);
}

const fields = ["who", "first", "due"] as const;

/** likeOf is what at least two tables have planned, and all that have planned it have planned alike. */
export function likeOf(drafts: readonly Draft[]): Partial<Draft> {
	const alike: Partial<Draft> = {};
	for (const f of fields) {
		const said = drafts.map((d) => d[f]).filter(Boolean);
		if (said.length > 1 && new Set(said.map((s) => s.toLowerCase())).size === 1) alike[f] = said[0] as string;
	}
	return alike;
}

/** own is what one table has planned and the others not. */
const own = (d: Draft, alike: Partial<Draft>): [keyof Draft, string][] =>
	fields.flatMap((f) => (d[f] && alike[f] === undefined ? [[f, d[f]] as [keyof Draft, string]] : []));

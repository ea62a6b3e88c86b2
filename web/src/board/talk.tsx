import { useRef } from "preact/hooks";
import type { CardView, Draft, IdeaView } from "../gen/protocol";
import { Badge, Badges } from "../ui/badge";
import { says } from "../ui/said";
import { talked } from "../ui/talked";
import { t } from "../words/words";
import { Also, Two } from "./also";
import { dated } from "./dated";
import { usePages, useRows } from "./pages";
import { numbered } from "./piles";
import type { View } from "./view";

const long = 90;

/** How many tables' signs are shown; the rest are a number. */
const signs = 12;

/** guess is how tall a row is before it has stood on the board, in rem. */
const guess = (i: IdeaView): number =>
	3.5 + 2 * Math.ceil(says(i).length / 60) + (i.card ? 2 : 0) + 2 * Math.ceil(planned(i.draft) / 60);

/** planned is how many letters of a plan there are. */
const planned = (d: Partial<Draft>): number => fields.reduce((sum, f) => sum + (d[f]?.length ?? 0), 0);

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
	const box = useRef<HTMLDivElement>(null);
	const body = useRef<HTMLUListElement>(null);
	const pages = useRows(ideas, guess, body, box);
	const [page, n] = usePages(pages, (i) => i.id, still);
	if (!c) return <main class="board-main talk" />;
	const alike = likeOf(ideas.map((i) => i.draft));
	const groups = [...new Set(c.groups.filter((g) => g > 0))].sort((a, b) => a - b);
	const shown = groups.length > signs ? groups.slice(0, signs - 1) : groups;
	return (
		<main class="board-main talk" data-alike={planned(alike) ? "" : undefined}>
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
			<div ref={box}>
				<ul ref={body} class="parents" data-many={many ? "" : undefined}>
					{page.map((i) => (
						<Parent key={i.id} of={i} row={ideas.indexOf(i)} card={cardOf(meeting, i)} alike={alike} />
					))}
				</ul>
			</div>
			<aside>
				<section>
					<h2>
						<Two k="board.talk_alike" />
					</h2>
					{groups.length ? (
						<p class="row">
							<Badges groups={shown} label={(g) => t("board.group", { n: g })} />
							{groups.length > shown.length ? `+${groups.length - shown.length}` : null}
						</p>
					) : null}
					<p class="whence">
						<Two k="board.talk_from" with={{ n: ideas.length }} />
					</p>
					<Plan of={Object.entries(alike) as [keyof Draft, string][]} />
				</section>
				<section>
					<h2>
						<Two k="board.talk_lost" />
					</h2>
					<p>
						<Two k="board.talk_lost_how" />
					</p>
				</section>
			</aside>
		</main>
	);
};

const cardOf = (meeting: Parameters<View>[0]["meeting"], i: IdeaView): CardView | undefined =>
	i.card ? meeting.store.get("cards", i.card) : undefined;

interface ParentProps {
	of: IdeaView;
	row: number;
	card: CardView | undefined;
	alike: Partial<Draft>;
}

function Parent({ of: i, row, card, alike }: ParentProps) {
	return (
		<li data-row={row}>
			<div class="slip" data-long={says(i).length > long ? "" : undefined}>
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
					<Two k={words[field]} along />: <b dir="auto">{field === "due" ? <Day of={said} /> : said}</b>
				</span>
			))}
		</p>
	);
}

function Day({ of }: { of: string }) {
	const { with: own, other } = dated(of);
	return (
		<>
			{own.date}
			<Also text={other.date} along />
		</>
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

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { merge, more, next, pen, plus, split, trash } from "../ui/icons";
import { t } from "../words/words";
import { walk } from "./arrows";
import { AddIdea, JoinPile, LayIdea, NamePile, RedactIdea } from "./mergedialogs";
import { dealt, type Pile, pilesOf } from "./piles";
import { Suggested } from "./suggested";
import { say, undoing } from "./voice";

type Open = { is: "lay" | "redact"; idea: string } | { is: "name" | "join"; pile: string } | { is: "add" } | undefined;

/** Merging: every idea lies in exactly one proposal, so none can be lost. By menu, by keyboard, and never by dragging alone. */
export function Merge({ m }: { m: Meeting }) {
	const [chosen, choose] = useState<string | undefined>(undefined);
	const [open, setOpen] = useState<Open>(undefined);
	const columns = useColumns();
	const piles = pilesOf(m);
	const ideas = piles.reduce((sum, p) => sum + p.ideas.length, 0);
	const pile = piles.find((p) => p.ideas.some((i) => i.id === chosen));
	const idea = pile?.ideas.find((i) => i.id === chosen);

	const takeOut = (i: IdeaView) => {
		say(t("lead.merge.alone", { text: cut(i.text) }), undoing(m, "idea.moved"));
		m.send("idea.split", { idea: i.id });
	};
	// What had the focus may have moved to another pile, or be gone: the focus follows, or goes to the heading.
	const held = useRef<string | undefined>(undefined);
	useLayoutEffect(() => {
		if (!held.current || document.activeElement !== document.body) return;
		const to = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(held.current)}"]`);
		(to ?? document.querySelector<HTMLElement>("main h1"))?.focus();
	});
	const key = (e: KeyboardEvent) => {
		if (walk(e, ".idea") || e.ctrlKey || e.metaKey || e.altKey) return;
		const at = (e.target as HTMLElement).closest<HTMLElement>(".idea")?.dataset.key;
		const p = piles.find((p) => p.ideas.some((i) => i.id === at));
		const i = p?.ideas.find((i) => i.id === at);
		if (!p || !i) return;
		const acts: Record<string, () => void> = {
			m: () => setOpen({ is: "lay", idea: i.id }),
			t: () => takeOut(i),
			n: () => setOpen({ is: "name", pile: p.id }),
		};
		const act = acts[e.key.toLowerCase()];
		if (!act) return;
		e.preventDefault();
		choose(i.id);
		act();
	};

	return (
		<main class="desk-main">
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.merge.title")}</h1>
					<p class="muted">{t("lead.merge.kept")}</p>
				</div>
				<span class="push" />
				<span class="chip" data-tone="go">
					{t("common.ideas", { n: ideas })}
				</span>
				<Icon d={next} flips />
				<span class="chip" data-tone="go">
					{t("lead.merge.proposals", { n: piles.length })}
				</span>
				<Button icon={plus} variant="paper" onClick={() => setOpen({ is: "add" })}>
					{t("lead.merge.add")}
				</Button>
			</div>
			<p class="keyline small">
				<kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> {t("lead.merge.key_walk")} <kbd>M</kbd>{" "}
				{t("lead.merge.key_lay")} <kbd>T</kbd> {t("lead.merge.key_out")} <kbd>N</kbd> {t("lead.merge.key_name")}{" "}
				<kbd>Ctrl</kbd> <kbd>Z</kbd> {t("lead.merge.key_undo")}
			</p>
			{piles.length === 0 ? (
				<Empty title={t("lead.merge.none")}>
					<p>{t("lead.merge.none_hint")}</p>
				</Empty>
			) : (
				<div class="merge">
					{/* biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons inside */}
					<div
						class="pile-cols"
						onKeyDown={key}
						onFocusIn={(e) => {
							held.current = (e.target as HTMLElement).closest<HTMLElement>(".idea")?.dataset.key;
						}}
						style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
					>
						{dealt(piles, columns).map((col, c) => (
							<div key={c}>
								{col.map((p) => (
									<PileBox key={p.id} pile={p} chosen={chosen} choose={choose} open={setOpen} />
								))}
							</div>
						))}
					</div>
					<aside class="stack" aria-label={t("lead.merge.chosen")}>
						<Suggested m={m} piles={piles} />
						{idea && pile ? (
							<section class="box stack-s">
								<h2>{t("lead.merge.chosen")}</h2>
								<div class="line">
									{idea.group ? <Badge n={idea.group} label={t("common.group", { n: idea.group })} /> : null}
									<p dir="auto">{idea.text}</p>
								</div>
								<Button full icon={merge} onClick={() => setOpen({ is: "lay", idea: idea.id })}>
									{t("lead.merge.lay")}
								</Button>
								{pile.ideas.length > 1 ? (
									<Button full icon={split} onClick={() => takeOut(idea)}>
										{t("lead.merge.out")}
									</Button>
								) : null}
								<Button full icon={pen} onClick={() => setOpen({ is: "name", pile: pile.id })}>
									{t("lead.merge.name")}
								</Button>
								<Button
									full
									variant="tertiary"
									stop
									icon={trash}
									onClick={() => setOpen({ is: "redact", idea: idea.id })}
								>
									{t("lead.merge.redact")}
								</Button>
							</section>
						) : (
							<section class="sunk stack-s">
								<h2>{t("lead.merge.choose")}</h2>
								<p>{t("lead.merge.choose_hint")}</p>
							</section>
						)}
					</aside>
				</div>
			)}
			<Dialogs m={m} open={open} piles={piles} close={() => setOpen(undefined)} />
		</main>
	);
}

interface BoxProps {
	pile: Pile;
	chosen: string | undefined;
	choose: (idea: string) => void;
	open: (o: Open) => void;
}

function PileBox({ pile, chosen, choose, open }: BoxProps) {
	return (
		<section class="cl" aria-labelledby={`h-${pile.id}`}>
			<h2 id={`h-${pile.id}`}>
				<span class="n">{pile.n}</span>
				<span dir="auto">{pile.title}</span>
				{pile.ideas.length > 1 ? <span class="muted num">{pile.ideas.length}</span> : null}
			</h2>
			<IconButton
				icon={more}
				label={t("lead.merge.pile_menu", { title: pile.title })}
				onClick={() => open({ is: "join", pile: pile.id })}
			/>
			<ul>
				{pile.ideas.map((i) => (
					<li key={i.id}>
						<button
							type="button"
							class="idea"
							data-key={i.id}
							aria-pressed={i.id === chosen}
							onClick={() => choose(i.id)}
						>
							{i.group ? <Badge n={i.group} label={t("common.group", { n: i.group })} /> : <Icon d={plus} />}
							<span dir="auto">{i.text}</span>
						</button>
					</li>
				))}
			</ul>
		</section>
	);
}

function Dialogs({ m, open, piles, close }: { m: Meeting; open: Open; piles: Pile[]; close: () => void }) {
	if (!open) return null;
	if (open.is === "add") return <AddIdea m={m} onClose={close} />;
	if ("idea" in open) {
		const pile = piles.find((p) => p.ideas.some((i) => i.id === open.idea));
		const idea = pile?.ideas.find((i) => i.id === open.idea);
		if (!pile || !idea) return null;
		if (open.is === "redact") return <RedactIdea m={m} idea={idea} onClose={close} />;
		return <LayIdea m={m} idea={idea} from={pile} piles={piles} onClose={close} />;
	}
	const pile = piles.find((p) => p.id === open.pile);
	if (!pile) return null;
	if (open.is === "name") return <NamePile m={m} pile={pile} onClose={close} />;
	return <JoinPile m={m} pile={pile} piles={piles} onClose={close} />;
}

/** cut shortens a text for a message. */
export const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 38).trimEnd()}…` : text);

function useColumns(): number {
	const count = () => (innerWidth >= 1180 ? 3 : innerWidth >= 760 ? 2 : 1);
	const [n, set] = useState(count);
	useEffect(() => {
		const fit = () => set(count());
		addEventListener("resize", fit);
		return () => removeEventListener("resize", fit);
	}, []);
	return n;
}

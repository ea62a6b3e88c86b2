import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { IdeaView, PhaseKind } from "../gen/protocol";
import type { Likeness } from "../net/api";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { next, plus } from "../ui/icons";
import { says } from "../ui/said";
import { t } from "../words/words";
import { Alike } from "./alike";
import { walk } from "./arrows";
import { Chosen } from "./chosen";
import { Cue } from "./cue";
import { pressing, typing } from "./keys";
import { nearTo, useLikeness } from "./likeness";
import { First, Mend } from "./mend";
import { AddIdea, JoinPile, LayIdea, NamePile, RedactIdea } from "./mergedialogs";
import { PileBox } from "./pilebox";
import { cut, dealt, layTogether, type Pile, pilesOf, torn } from "./piles";
import { Renumber } from "./renumber";
import { Showing } from "./showing";
import { layAll, Suggested, suggestedBy } from "./suggested";
import { undoing } from "./undo";
import { say } from "./voice";

type Open =
	| { is: "lay" | "redact" | "mend"; idea: string }
	| { is: "name" | "join"; pile: string }
	| { is: "add" }
	| undefined;

/** Where the facilitator may write down what is called out, as in room/idea.go. */
const adds: readonly (PhaseKind | undefined)[] = ["plenum", "sammenslaing", "avstemning"];

const starts = ["j", "m", "enter", " ", "arrowdown", "arrowup", "arrowright", "arrowleft"];

/** Merging: every idea lies in exactly one proposal, so none can be lost. By tap, by keyboard, and never by dragging alone. */
export function Merge({ m }: { m: Meeting }) {
	const [picked, pick] = useState<readonly string[]>([]);
	const [open, setOpen] = useState<Open>(undefined);
	const piles = pilesOf(m);
	const columns = useDealt(piles);
	const hint = useLikeness(m, piles);
	const all = new Map(piles.flatMap((p) => p.ideas.map((i) => [i.id, { pile: p, idea: i }] as const)));
	const chosen = picked.filter((id) => all.has(id));
	const choose = (id: string) => pick(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id]);
	const focus = useFocus(!open);

	const takeOut = (i: IdeaView) => {
		say(t("lead.merge.alone", { text: cut(says(i)) }), undoing(m, "idea.moved"));
		m.send("idea.split", { idea: i.id });
	};
	// What has been laid is done with: marked still, it would go along with the next one.
	const laid = (idea: string, next: string | undefined) => {
		pick(chosen.filter((c) => c !== idea));
		focus.goOn(next);
	};
	const laying = layTogether(piles, chosen);
	const whole = laying && torn(laying.homes, laying.into, laying.moved) ? laying.homes : undefined;
	const together = () => {
		if (!whole) return only();
		layAll(m, whole);
		pick([]);
	};
	const only = () => {
		const laid = laying;
		if (!laid) return;
		const said = t("lead.merge.laid_ideas", { n: laid.moved.length, title: laid.into.title });
		say(said, undoing(m, "idea.moved", laid.moved.length));
		for (const idea of laid.moved) m.send("idea.move", { idea, to: laid.into.id });
		pick([]);
	};
	const key = (e: KeyboardEvent) => {
		if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || walk(e, ".idea")) return;
		// From the heading, or from nowhere, the first idea that stands alone: a key that does nothing is a broken one.
		if (starts.includes(e.key.toLowerCase()) && !pressing(e.target) && piles.length) {
			e.preventDefault();
			focus.to(alone(piles) ?? piles[0]?.ideas[0]?.id);
			return;
		}
		const at = all.get((e.target as HTMLElement).closest<HTMLElement>(".idea")?.dataset.key ?? "");
		const acts: Record<string, () => void> = {
			g: () => {
				const [first] = suggestedBy(m, piles);
				if (first) layAll(m, first);
			},
			s: together,
			escape: () => pick([]),
		};
		if (at) {
			acts.m = () => setOpen({ is: "lay", idea: at.idea.id });
			acts.t = () => takeOut(at.idea);
			acts.n = () => setOpen({ is: "name", pile: at.pile.id });
			acts.j = () => focus.to(alone(piles, at.pile));
		}
		const act = acts[e.key.toLowerCase()];
		if (!act) return;
		e.preventDefault();
		act();
	};
	const first = all.get(chosen[0] ?? "");
	const pressed = useRef(key);
	pressed.current = key;
	useEffect(() => {
		const nowhere = (e: KeyboardEvent) => {
			if (e.target === document.body && !document.querySelector("dialog[open]")) pressed.current(e);
		};
		document.addEventListener("keydown", nowhere);
		return () => document.removeEventListener("keydown", nowhere);
	}, []);

	return (
		<main class="desk-main" onKeyDown={key}>
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.merge.title")}</h1>
					<p class="muted">{t("lead.merge.kept")}</p>
				</div>
				<span class="push" />
				<span class="chip" data-tone="go">
					{t("common.ideas", { n: all.size })}
				</span>
				<Icon d={next} />
				<span class="chip" data-tone="go">
					{t("lead.merge.proposals", { n: piles.length })}
				</span>
				<Renumber m={m} piles={piles} />
				{adds.includes(m.store.one("step")?.kind) ? (
					<Button icon={plus} variant="paper" onClick={() => setOpen({ is: "add" })}>
						{t("lead.merge.add")}
					</Button>
				) : null}
			</div>
			<Cue m={m} on="merge" />
			<Keys />
			<Showing m={m} />
			{piles.length === 0 ? (
				<Empty title={t("lead.merge.none")}>
					<p>{t("lead.merge.none_hint")}</p>
				</Empty>
			) : (
				<div class="merge" data-choosing={chosen.length ? "" : undefined}>
					<div
						class="pile-cols"
						onFocusIn={focus.held}
						style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}
					>
						{columns.map((col, c) => (
							<div key={c}>
								{col.map((p) => (
									<PileBox
										key={p.id}
										pile={p}
										chosen={chosen}
										choose={choose}
										menu={(pile) => setOpen({ is: "join", pile })}
									/>
								))}
							</div>
						))}
					</div>
					<aside class="stack" aria-label={t("lead.merge.beside")}>
						<Chosen
							ideas={chosen.flatMap((id) => all.get(id)?.idea ?? [])}
							pile={first?.pile}
							whole={whole?.length}
							card={first ? m.store.get("cards", first.idea.card)?.title : undefined}
							first={first ? <First m={m} id={first.idea.id} /> : null}
							act={(what) => {
								if (what === "together") together();
								else if (what === "only") only();
								else if (what === "none") pick([]);
								else if (first && what === "out") takeOut(first.idea);
								else if (first && what === "name") setOpen({ is: "name", pile: first.pile.id });
								else if (first && what !== "out" && what !== "name") setOpen({ is: what, idea: first.idea.id });
							}}
						/>
						<div class="stack merge-drafts">
							<Suggested m={m} piles={piles} />
							<Alike m={m} piles={piles} hint={hint} />
						</div>
					</aside>
				</div>
			)}
			<Dialogs m={m} open={open} piles={piles} hint={hint} laid={laid} close={() => setOpen(undefined)} />
		</main>
	);
}

function Keys() {
	return (
		<p class="keyline small">
			<kbd>↑</kbd> <kbd>↓</kbd> <kbd>←</kbd> <kbd>→</kbd> {t("lead.merge.key_walk")} <kbd>J</kbd>{" "}
			{t("lead.merge.key_next")} <kbd>M</kbd> {t("lead.merge.key_lay")} <kbd>↵</kbd> {t("lead.merge.key_choose")}{" "}
			<kbd>S</kbd> {t("lead.merge.key_together")} <kbd>G</kbd> {t("lead.merge.key_take")} <kbd>T</kbd>{" "}
			{t("lead.merge.key_out")} <kbd>N</kbd> {t("lead.merge.key_name")} <kbd>Ctrl</kbd> <kbd>Z</kbd>{" "}
			{t("lead.merge.key_undo")}
		</p>
	);
}

interface DialogsProps {
	m: Meeting;
	open: Open;
	piles: Pile[];
	hint: Likeness | undefined;
	laid: (idea: string, next: string | undefined) => void;
	close: () => void;
}

function Dialogs({ m, open, piles, hint, laid, close }: DialogsProps) {
	if (!open) return null;
	if (open.is === "add") return <AddIdea m={m} onClose={close} />;
	if ("idea" in open) {
		const pile = piles.find((p) => p.ideas.some((i) => i.id === open.idea));
		const idea = pile?.ideas.find((i) => i.id === open.idea);
		if (!pile || !idea) return null;
		if (open.is === "mend") return <Mend m={m} idea={idea} onClose={close} />;
		if (open.is === "redact") return <RedactIdea m={m} idea={idea} onClose={close} />;
		const near = nearTo(m, piles, pile, [idea.id], hint);
		const next = alone(piles, pile);
		return (
			<LayIdea
				m={m}
				idea={idea}
				from={pile}
				piles={piles}
				near={near}
				onLaid={() => laid(idea.id, next)}
				onClose={close}
			/>
		);
	}
	const pile = piles.find((p) => p.id === open.pile);
	if (!pile) return null;
	if (open.is === "name") return <NamePile m={m} pile={pile} onClose={close} />;
	const near = nearTo(
		m,
		piles,
		pile,
		pile.ideas.map((i) => i.id),
		hint,
	);
	return <JoinPile m={m} pile={pile} piles={piles} near={near} onClose={close} />;
}

/** alone is the next idea that still stands by itself: where whoever goes through them one by one goes on. */
const alone = (piles: readonly Pile[], after?: Pile): string | undefined => {
	const single = piles.filter((p) => p.ideas.length === 1 && p !== after);
	return (single.find((p) => p.n > (after?.n ?? 0)) ?? single[0])?.ideas[0]?.id;
};

const buttonOf = (id: string) => document.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"]`);

/**
 * useFocus keeps the focus with the work: on to the next idea after one was laid, with an idea that has moved to
 * another pile, and on the heading when what had it is gone.
 */
function useFocus(free: boolean) {
	const held = useRef<string | undefined>(undefined);
	const onward = useRef<string | undefined>(undefined);
	useLayoutEffect(() => {
		if (free && onward.current) {
			const next = buttonOf(onward.current);
			onward.current = undefined;
			next?.focus();
		}
		if (!held.current || document.activeElement !== document.body) return;
		(buttonOf(held.current) ?? document.querySelector<HTMLElement>("main h1"))?.focus();
	});
	return {
		held: (e: FocusEvent) => {
			held.current = (e.target as HTMLElement).closest<HTMLElement>(".idea")?.dataset.key;
		},
		to: (id: string | undefined) => id && buttonOf(id)?.focus(),
		goOn: (next: string | undefined) => {
			onward.current = next;
		},
	};
}

/** useDealt remembers where each proposal lies. */
function useDealt(piles: readonly Pile[]): Pile[][] {
	const columns = useColumns();
	const kept = useRef(new Map<string, number>());
	const dealing = dealt(piles, columns, kept.current);
	kept.current = new Map(dealing.flatMap((col, n) => col.map((p) => [p.id, n] as const)));
	return dealing;
}

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

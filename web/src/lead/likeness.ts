import { useEffect, useState } from "preact/hooks";
import type { Likeness } from "../net/api";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { says } from "../ui/said";
import type { Near, Pile } from "./piles";

const quiet = 400; // ms without a new or changed text, so that a table that sends asks once

/** useLikeness asks which ideas are alike in their words, and again when the texts have changed. Without an answer there is no hint. */
export function useLikeness(m: Meeting, piles: readonly Pile[]): Likeness | undefined {
	const [hint, set] = useState<Likeness | undefined>();
	const texts = piles
		.flatMap((p) => p.ideas.map((i) => `${i.id} ${says(i)}`))
		.sort()
		.join("\n");
	useEffect(() => {
		if (!texts.includes("\n")) return;
		let gone = false;
		const timer = setTimeout(async () => {
			const answer = await api.likeness(m.room);
			if (answer.ok && !gone) set(answer.body);
		}, quiet);
		return () => {
			gone = true;
			clearTimeout(timer);
		};
	}, [m.room, texts]);
	return hint;
}

/** What people have said weighs more than any words. */
const said = 10_000;

/** nearTo weighs the proposals by how likely they are to belong with one of them. */
export function nearTo(
	m: Meeting,
	piles: readonly Pile[],
	pile: Pile,
	ideas: readonly string[],
	hint?: Likeness,
): Map<string, Near> {
	const near = new Map<string, Near>();
	const home = new Map(piles.flatMap((p) => p.ideas.map((i) => [i.id, p.id] as const)));
	for (const pair of hint?.pairs ?? []) {
		for (const [ours, theirs] of [
			[pair.a, pair.b],
			[pair.b, pair.a],
		] as const) {
			const to = home.get(theirs);
			if (!ideas.includes(ours) || !to || to === pile.id) continue;
			if ((near.get(to)?.weight ?? 0) < pair.alike) near.set(to, { why: "words", weight: pair.alike });
		}
	}
	for (const s of m.store.one("suggestions")?.suggestions ?? []) {
		if (!s.clusters.includes(pile.id)) continue;
		for (const id of s.clusters) if (id !== pile.id) near.set(id, { why: "said", weight: said });
	}
	return near;
}

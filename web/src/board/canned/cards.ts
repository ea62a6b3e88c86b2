import type { CardView, GroupView, PhaseKind, Pictures } from "../../gen/protocol";
import { place } from "./plan";

const deck: [string, string, string][] = [
	["K-01", "Hvem ringer jeg?", "Hvem kan de kontakte når de kjenner et barn som vil være med, og hva skjer så?"],
	["K-07", "Å lete sju steder", "Hvor leter de som vil finne noe å være med på, og hva finner de?"],
	["K-04", "Ett skjema for mye", "Hvor stopper det opp når noen vil søke om støtte?"],
	["K-14", "Det vi kan dele", "Hva har vi hver for oss som flere kunne hatt nytte av?"],
	["K-08", "Brevet ingen skjønte", "Hvilke beskjeder når ikke fram, og hvorfor?"],
	["K-09", "Ny i foreningslivet", "Hva tar vi for gitt at foreldre vet om fritidsaktiviteter i Norge?"],
	["K-12", "Har vi spurt dem?", "Hva sier barn og unge selv at de vil ha?"],
	["K-B2", "Allerede fra mandag", "Hva tror vi så mye på at noen her tar det første steget på mandag?"],
	["K-J", "Vårt eget kort", "Hva ville dere helst snakket om?"],
];

/** The cards lie on the tables from the step in which they are drawn; one table is still at it. */
export function cards(set: Pictures, kind: PhaseKind): void {
	set.deck = { deck: "kommune", title: "Kommune", cards: deck.map(([id]) => id) };
	for (const [id, title, question] of deck) {
		const colour = id.startsWith("K-B") ? "blue" : "orange";
		const theme = "Fritid";
		set[`cards/${id}`] = { id, colour, mark: id, theme, title, question, prompts: [] } satisfies CardView;
	}
	if (place(kind) < place("velg_kort")) return;
	for (const key of Object.keys(set).filter((k) => k.startsWith("groups/"))) {
		const group = set[key] as GroupView;
		if (kind !== "velg_kort" || group.n !== 5) group.card = deck[(group.n - 1) % 7]?.[0] ?? "";
	}
}

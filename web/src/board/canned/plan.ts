import type { PhaseKind, StepLine } from "../../gen/protocol";

export const noon = Date.UTC(2020, 10, 25, 9, 5, 0);

export const agenda: StepLine[] = [
	{ id: "lobby", kind: "lobby", title: "Velkommen", minutes: 0 },
	{ id: "e1", kind: "info", title: "Tall for vår kommune", minutes: 10 },
	{ id: "e2", kind: "bli_kjent", title: "Bli kjent i gruppa", minutes: 8 },
	{ id: "e3", kind: "velg_kort", title: "Trekk et kort", minutes: 5 },
	{ id: "e4", kind: "par", title: "To og to", minutes: 4 },
	{ id: "s1", kind: "stille", title: "Skriv alene", minutes: 6 },
	{ id: "s2", kind: "runde", title: "Rundt bordet", minutes: 16 },
	{ id: "e5", kind: "samtale", title: "Snakk om kortet", minutes: 13 },
	{ id: "e6", kind: "tiltak", title: "Allerede fra mandag", minutes: 12 },
	{ id: "e7", kind: "pause", title: "Pause", minutes: 10 },
	{ id: "e8", kind: "plenum", title: "Deling i plenum", minutes: 14 },
	{ id: "s3", kind: "sammenslaing", title: "Slå sammen forslag som ligner", minutes: 8 },
	{ id: "s4", kind: "avstemning", title: "Hemmelig avstemning", minutes: 4 },
	{ id: "s5", kind: "resultat", title: "Resultat og samtale", minutes: 5 },
	{ id: "s6", kind: "ansvarlig", title: "Ansvarlig, første steg, frist", minutes: 10 },
	{ id: "e9", kind: "avrunding", title: "Avrunding", minutes: 3 },
];

/** Four minutes behind the plan. */
export function begun(at: number): number {
	const before = agenda.slice(0, at + 1).reduce((sum, l) => sum + l.minutes, 0);
	return noon + 222_000 - (before + 4) * 60_000;
}

export const place = (kind: PhaseKind) => agenda.findIndex((s) => s.kind === kind);

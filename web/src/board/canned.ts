// A meeting that stands still, for tests and for looking at screens: the Vestby
// replay, mostly invented, and the same again with the longest texts allowed.
import type {
	ClusterView,
	GroupView,
	IdeaView,
	MeasureView,
	PhaseKind,
	Pictures,
	ResultRow,
	StepLine,
} from "../gen/protocol";

export const noon = Date.UTC(2020, 10, 25, 9, 5, 0);

const agenda: StepLine[] = [
	{ id: "lobby", kind: "lobby", title: "Velkommen", minutes: 0 },
	{ id: "s1", kind: "stille", title: "Skriv alene", minutes: 6 },
	{ id: "s2", kind: "runde", title: "Rundt bordet", minutes: 16 },
	{ id: "s3", kind: "sammenslaing", title: "Slå sammen forslag som ligner", minutes: 8 },
	{ id: "s4", kind: "avstemning", title: "Hemmelig avstemning", minutes: 4 },
	{ id: "s5", kind: "resultat", title: "Resultat og samtale", minutes: 5 },
	{ id: "s6", kind: "ansvarlig", title: "Ansvarlig, første steg, frist", minutes: 10 },
];

/** Four minutes behind the plan. */
function begun(at: number): number {
	const before = agenda.slice(0, at + 1).reduce((sum, l) => sum + l.minutes, 0);
	return noon + 222_000 - (before + 4) * 60_000;
}

const piles: [string, string, [number, string][]][] = [
	[
		"A",
		"Egen koordinator for fritid",
		[
			[1, "Én fast person i kommunen som lag og skole kan kontakte"],
			[2, "Ett telefonnummer der foreldre får hjelp til å finne noe"],
			[3, "Noen som følger opp dem som ikke er med på noe"],
			[4, "Koordinator som kobler kommune, lag og næringsliv"],
			[5, "Bindeledd som kjenner språk og familier som er nye"],
			[6, "Noen som vet hvor man kan låne og hjelper til med det"],
		],
	],
	[
		"B",
		"Aktivitetsoversikt",
		[
			[1, "Felles oversikt over alle fritidstilbud med pris"],
			[2, "Aktivitetskalender som skolene deler med hjemmene"],
			[5, "Informasjon på flere språk i oversikten"],
			[6, "Oversikt over utstyr som kan lånes"],
		],
	],
	[
		"C",
		"Samlet digital plattform",
		[
			[2, "Samle nettsider og grupper på ett digitalt sted"],
			[6, "Ett sted for støtte, utlån og påmelding"],
		],
	],
	[
		"D",
		"Rutiner for samarbeid og inkludering",
		[
			[4, "Fast rutine når skolen ser et barn som vil begynne på noe"],
			[4, "Samtykketekst som alle tjenester kan bruke"],
			[5, "Felles introduksjon for nye foreldre"],
		],
	],
	[
		"E",
		"Tverrfaglige møtepunkter",
		[
			[1, "Faste treff der kommune og lag blir kjent"],
			[4, "Tverrfaglig møte annenhver måned"],
			[7, "Frokostmøte mellom lag, kommune og bedrifter"],
		],
	],
	[
		"F",
		"Støtteordninger",
		[
			[2, "Kort veiledning om hvem som kan få støtte"],
			[3, "Støtte til kontingent uten nytt skjema hvert halvår"],
			[3, "Felles pott til utstyr og turer"],
		],
	],
	[
		"G",
		"Gratis ferieaktiviteter laget med unge",
		[
			[6, "Gratis tilbud i høst- og sommerferien"],
			[7, "Ungdom planlegger ferieaktivitetene"],
		],
	],
	["H", "Transport, minibuss", [[7, "Minibuss på omgang mellom tettstedene"]]],
];

const counted: Record<string, number> = { A: 34, B: 19, C: 9, D: 12, E: 11, F: 14, G: 8, H: 2 };

const decided: Record<string, [string, string, string]> = {
	A: ["Helse og livsmestring", "Søknad til Bufdir", "2020-12-11"],
	B: ["Kultur", "Kartlegge hva som finnes", "2021-03-31"],
	C: ["Kultur og IKT", "Velge ett sted", "2021-05-31"],
	D: ["Skole", "Utkast til samtykketekst", "2021-06-15"],
	E: ["Arbeidsgruppa", "Datoer for to møter", "2021-02-26"],
	F: ["NAV", "Oversikt på én side", "2021-04-30"],
	G: ["Ung Arena", "Fokusgruppe med unge", "2021-05-15"],
};

/** longest writes a text as long as the rules allow, in words that do not break easily. */
export function longest(n: number): string {
	const words = "Samarbeidsavtale mellom kommunen, frivilligsentralen og idrettsrådet om ettermiddagstilbud ";
	return `${words
		.repeat(5)
		.slice(0, n - 1)
		.trimEnd()}…`;
}

export interface Wanted {
	kind: PhaseKind;
	/** As many and as long as the rules allow. */
	long?: boolean;
	demo?: boolean;
	ended?: boolean;
	/** How far into the vote: before it, while it is open, after the count. */
	vote?: "none" | "open" | "closed" | "counted";
}

/** vestby is what a lead is shown at one point of the evening; the board is shown less of it. */
export function vestby({ kind, long, demo = true, ended, vote = "open" }: Wanted): Pictures {
	const at = agenda.findIndex((s) => s.kind === kind);
	const step = agenda[at];
	const set: Pictures = {
		meeting: {
			title: long ? longest(80) : "Fritid for alle barn",
			lang: "nb",
			code: "K7Q4XP2M",
			decides: long ? longest(80) : "Ledelsen i kommunen",
			answerBy: "2021-01-29",
			zone: "Europe/Oslo",
			status: ended ? "ended" : at < 1 ? "lobby" : "running",
			started: at < 1 ? 0 : begun(at),
			ended: ended ? noon : 0,
			locked: false,
			demo,
			agenda,
		},
		step: {
			id: step?.id ?? "lobby",
			kind,
			title: step?.title ?? "",
			question: ["stille", "runde"].includes(kind)
				? long
					? longest(200)
					: "Hvem kan de kontakte når de kjenner et barn som vil være med, og hva skjer så?"
				: "",
			minutes: step?.minutes ?? 0,
			index: at,
			of: agenda.length - 1,
			next: agenda[at + 1] ?? null,
		},
		script: {
			step: step?.id ?? "lobby",
			say: "Nå skriver dere hver for dere i seks minutter. Ingen andre ser lappene før dere selv deler dem. Korte setninger holder, og skrivefeil gjør ingenting. Fortell gjerne hva som skjedde, men uten navn.",
			do: [
				"Si hvor lenge, og at det skal være stille.",
				"Gå rolig rundt. Se etter bord uten lapper.",
				"Si fra når det er ett minutt igjen.",
			],
			wrong: "Et bord prater: gå bort, snakk lavt, pek på klokka på tavla. Noen mangler telefon: gi dem bordarket.",
		},
		timer: step?.minutes
			? { ends: noon + 222_000, left: 0, total: step.minutes * 60_000 }
			: { ends: 0, left: 0, total: 0 },
		acts: { acts: [{ act: 41, kind: "idea.moved" }] },
	};
	people(set, kind, long ? 16 : 7, long ? 9 : 6);
	if (["sammenslaing", "avstemning", "resultat", "ansvarlig"].includes(kind)) plenum(set, long);
	if (kind === "avstemning" && vote !== "none") ballot(set, vote, long);
	if (["resultat", "ansvarlig"].includes(kind)) ballot(set, "counted", long, true);
	if (kind === "ansvarlig" || ended) measures(set, long);
	return set;
}

const as = ["kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro"];

function people(set: Pictures, kind: PhaseKind, tables: number, size: number): void {
	const begun = kind !== "lobby" && kind !== "stille";
	const over = begun && kind !== "runde";
	let n = 0;
	for (let g = 1; g <= tables; g++) {
		const people = g === 3 || g === 5 ? size - 1 : size;
		set[`groups/${g}`] = { n: g, size: people, scribe: g !== 6, sent: over || (begun && g < 3) } satisfies GroupView;
		set[`progress/${g}`] = {
			n: g,
			size: people,
			notes: g === 5 ? 0 : 5 + ((g * 3) % 7),
			writers: g === 5 ? 0 : people - 1,
			kept: begun ? 1 + (g % 4) : 0,
			aside: begun ? 1 : 0,
			hands: g === 7 ? 1 : 0,
		};
		for (let p = 0; p < people; p++) {
			n++;
			const hand = g === 7 && p === 0 ? "help" : "";
			set[`seats/p${n}`] = {
				seat: `p${n}`,
				n,
				role: "participant",
				as: as[n % as.length],
				group: g,
				scribe: p === 1 && g !== 6,
				hand,
				left: n === 12,
			};
		}
	}
	set.presence = { here: n, unplaced: 0, groups: tables };
	set["seats/lead"] = {
		seat: "lead",
		n: 0,
		role: "facilitator",
		as: "",
		group: 0,
		scribe: false,
		hand: "",
		left: false,
	};
}

function options(long?: boolean): { id: string; n: number; title: string }[] {
	return Array.from({ length: long ? 12 : 8 }, (_, i) => {
		const [id, title] = piles[i % piles.length] as (typeof piles)[number];
		return { id: `c-${id}${i < 8 ? "" : i}`, n: i + 1, title: long ? `${i + 1} ${longest(58)}` : title };
	});
}

function plenum(set: Pictures, long?: boolean): void {
	for (const [i, o] of options(long).entries()) {
		const ideas = (piles[i % piles.length] as (typeof piles)[number])[2];
		const ids = ideas.map((_, k) => `i${i}-${k}`);
		for (const [k, [group, text]] of ideas.entries()) {
			set[`ideas/i${i}-${k}`] = {
				id: `i${i}-${k}`,
				text: long ? longest(280) : text,
				group,
				place: "plenum",
				order: i * 10 + k,
				step: "s2",
			} satisfies IdeaView;
		}
		set[`clusters/${o.id}`] = {
			id: o.id,
			title: o.title,
			named: i < 3,
			ideas: ids,
			groups: long && i === 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 101] : ideas.map(([g]) => g),
			order: i + 1,
		} satisfies ClusterView;
	}
}

function ballot(set: Pictures, status: "open" | "closed" | "counted", long?: boolean, shown?: boolean): void {
	const list = options(long);
	set["votes/v1"] = { id: "v1", method: "approve", k: 3, secret: true, status, order: 90, options: list };
	set["turnout/v1"] = { vote: "v1", cast: status === "open" ? 31 : 37, of: long ? 144 : 39 };
	if (status !== "counted") return;
	const rows: ResultRow[] = list
		.map((o) => ({ ...o, marks: counted[o.id.slice(2, 3)] ?? 0, rank: 0 }))
		.sort((a, b) => b.marks - a.marks);
	rows.forEach((r, i) => {
		r.rank = i > 0 && rows[i - 1]?.marks === r.marks ? (rows[i - 1] as ResultRow).rank : i + 1;
	});
	if (shown || status === "counted") set["results/v1"] = { vote: "v1", k: 3, ballots: 37, rows };
}

function measures(set: Pictures, long?: boolean): void {
	for (const [i, o] of options(long).entries()) {
		const [responsible, first, due] = decided[o.id.slice(2, 3)] ?? ["", "", ""];
		set[`measures/m${i}`] = {
			id: `m${i}`,
			title: o.title,
			cluster: o.id,
			responsible: long && responsible ? longest(80) : responsible,
			first: long && first ? longest(140) : first,
			due,
			followUp: false,
			status: "ikke-startet",
			order: 100 + i,
		} satisfies MeasureView;
		set[`offers/m${i}`] = { measure: `m${i}`, roles: i === 7 ? ["Frivilligsentralen", "Ungdomsrådet"] : [] };
	}
}

/** boardKinds is what of it reaches a projector: nothing of the lead's, nobody's seat. */
const leadOnly = ["script", "acts", "seats", "progress", "offers"];

export function onBoard(set: Pictures): Pictures {
	const hidden = (set.step as { kind: string }).kind === "avstemning" ? [...leadOnly, "results"] : leadOnly;
	return Object.fromEntries(Object.entries(set).filter(([k]) => !hidden.includes(k.split("/")[0] as string)));
}

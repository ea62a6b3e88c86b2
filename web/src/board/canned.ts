// A meeting that stands still, for tests and for looking at screens: the Vestby
// replay, mostly invented, and the same again with the longest texts allowed.
import type {
	CardView,
	ClusterView,
	DeskView,
	GroupView,
	IdeaView,
	MeasureView,
	MeetingView,
	MoodView,
	PhaseKind,
	Pictures,
	ResultRow,
	ResultView,
	SlideKind,
	SlideView,
	StepLine,
	StepView,
	UnveiledView,
	VoteView,
} from "../gen/protocol";

export const noon = Date.UTC(2020, 10, 25, 9, 5, 0);

const agenda: StepLine[] = [
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

const deck: [string, string, string][] = [
	["K-01", "Hvem ringer jeg?", "Hvem kan de kontakte når de kjenner et barn som vil være med, og hva skjer så?"],
	["K-07", "Å lete sju steder", "Hvor leter de som vil finne noe å være med på, og hva finner de?"],
	["K-04", "Ett skjema for mye", "Hvor stopper det opp når noen vil søke om støtte?"],
	["K-14", "Det vi kan dele", "Hva har vi hver for oss som flere kunne hatt nytte av?"],
	["K-08", "Brevet ingen skjønte", "Hvilke beskjeder når ikke fram, og hvorfor?"],
	["K-05", "Det som samler støv", "Hvilket utstyr og hvilke rom står ubrukt?"],
	["K-12", "Har vi spurt dem?", "Hva sier barn og unge selv at de vil ha?"],
	["K-B2", "Allerede fra mandag", "Hva tror vi så mye på at noen her tar det første steget på mandag?"],
	["K-J", "Vårt eget kort", "Hva ville dere helst snakket om?"],
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
	vote?: "none" | "open" | "hall" | "early" | "closed" | "counted" | "cancelled";
	/** How it is voted, and whether the hall may see it. */
	method?: string;
	secret?: boolean;
	/** Everything has a second line, in English. */
	two?: boolean;
	/** A slide of this kind is up. */
	slide?: SlideKind;
	/** The result is being told, and so many rows are left. */
	left?: number;
}

/** vestby is what a lead is shown at one point of the evening; the board is shown less of it. */
export function vestby({
	kind,
	long,
	demo = true,
	ended,
	vote = "open",
	method = "approve",
	secret = true,
	slide,
	left,
	two,
}: Wanted): Pictures {
	const at = agenda.findIndex((s) => s.kind === kind);
	const step: (typeof agenda)[number] | undefined =
		kind === "stemning" ? { id: "stemning", kind, title: "Stemningen her", minutes: 4 } : agenda[at];
	const set: Pictures = {
		meeting: {
			title: long ? longest(80) : "Fritid for alle barn",
			lang: "nb",
			code: "K7Q4XP2M",
			decides: long ? longest(80) : "Ledelsen i kommunen",
			answerBy: "2021-01-29",
			outBy: "",
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
			question: ["info", "bli_kjent", "par", "stille", "runde", "samtale", "tiltak"].includes(kind)
				? long
					? longest(200)
					: "Hvem kan de kontakte når de kjenner et barn som vil være med, og hva skjer så?"
				: "",
			minutes: step?.minutes ?? 0,
			index: at,
			of: agenda.length - 1,
			sends: ["tiltak", "plenum", "sammenslaing"].includes(kind),
			draws: kind === "velg_kort",
			opens: ["runde", "samtale", "tiltak", "plenum"].includes(kind),
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
	cards(set, kind);
	if (at >= place("plenum")) plenum(set, long);
	set.showing = { what: "", cluster: "", slide: "", playing: false, n: 0, of: 0, at: "" };
	set.pace = { slow: left !== undefined };
	if (slide) slides(set, slide, step?.id ?? "", long);
	if (kind === "plenum") set.telling = { order: [4, 5, 1, 2, 3, 6, 7], now: 4, next: 5 };
	if (kind === "plenum" || kind === "sammenslaing") {
		set.suggestions = { suggestions: long ? [] : [{ clusters: ["c-B", "c-C"], ideas: 6 }] };
	}
	const how = { method, secret, ...(long ? { long } : {}) };
	if (kind === "avstemning" && vote !== "none") ballot(set, vote, how);
	if (at >= place("resultat")) ballot(set, vote === "hall" || vote === "early" ? vote : "counted", how);
	if (left !== undefined) {
		const result = set["results/v1"] as ResultView;
		set["unveiled/v1"] = { left, result: { ...result, rows: result.rows.slice(left), balanced: [] } };
	}
	if (at >= place("ansvarlig") || ended) measures(set, long);
	if (at >= place("resultat")) {
		set["decisions/d1"] = {
			id: "d1",
			text: "Vi går videre med koordinator og oversikt",
			reason: "de henger sammen, og flest har sagt det samme",
			order: 95,
		};
	}
	if (kind === "avrunding") set.goodbyes = { answers: 31, useful: [0, -1, 6, 13, 9], know: 27, hidden: false };
	if (kind === "stemning") set["moods/stemning"] = mood(vote === "counted", long);
	if (two) inTwo(set);
	return set;
}

/** mood is three scales that everybody answers, and then how the answers lie: too few have answered the last. */
const mood = (counted: boolean, long?: boolean): MoodView => ({
	step: "stemning",
	title: "Stemningen her",
	asks: long
		? [1, 2, 3].map((n) => longest(60 - n))
		: ["Her er det lett å finne på noe", "Her er det greit å være ny", "Her blir vi hørt"],
	also: [],
	status: counted ? "counted" : "open",
	cast: counted ? 0 : 19,
	of: 24,
	spread: counted ? [[1, 3, 6, 9, 4], [0, 2, 5, 11, 3], long ? [8, 7, 4, 2, 0] : []] : [],
});

const place = (kind: PhaseKind) => agenda.findIndex((s) => s.kind === kind);

/** The cards lie on the tables from the step in which they are drawn; one table is still at it. */
function cards(set: Pictures, kind: PhaseKind): void {
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

const as = ["kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro"];

function people(set: Pictures, kind: PhaseKind, tables: number, size: number): void {
	const begun = place(kind) >= place("runde");
	const over = place(kind) >= place("plenum");
	let n = 0;
	for (let g = 1; g <= tables; g++) {
		const people = g === 3 || g === 5 ? size - 1 : size;
		set[`groups/${g}`] = {
			n: g,
			size: people,
			scribe: g !== 6,
			sent: over || (begun && g < 3),
			card: "",
			away: false,
			shared: false,
		} satisfies GroupView;
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
				paper: n === 20,
				with: n === 3 ? [4] : n === 4 ? [3] : [],
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
		paper: false,
		heads: 1,
	};
}

function options(long?: boolean): { id: string; n: number; title: string }[] {
	return Array.from({ length: long ? 12 : 8 }, (_, i) => {
		const [id, title] = piles[i % piles.length] as (typeof piles)[number];
		return { id: `c-${id}${i < 8 ? "" : i}`, n: i + 1, title: long ? `${i + 1} ${longest(58)}` : title };
	});
}

const rowsInTwo = (result: ResultView): ResultView => ({
	...result,
	rows: result.rows.map((r) => ({ ...r, also: r.title })),
});

/** inTwo gives whatever can have one a second line, as long as the first. */
function inTwo(set: Pictures): void {
	const about = set.meeting as MeetingView;
	const step = set.step as StepView;
	set.meeting = { ...about, second: "en" };
	const next = step.next && { ...step.next, also: step.next.title };
	set.step = { ...step, next, also: step.title, ...(step.question ? { alsoAsks: step.question } : {}) };
	for (const [key, view] of Object.entries(set)) {
		const kind = key.split("/")[0];
		if (kind === "clusters") set[key] = { ...(view as ClusterView), also: (view as ClusterView).title };
		if (kind === "cards") {
			const { theme, title, question, prompts } = view as CardView;
			set[key] = { ...(view as CardView), also: { theme, title, question, prompts } };
		}
		if (kind === "slides") {
			const { title, lines, figures } = view as SlideView;
			set[key] = { ...(view as SlideView), also: { title, lines, figures } };
		}
		if (kind === "votes") {
			const vote = view as VoteView;
			set[key] = { ...vote, options: vote.options.map((o) => ({ ...o, also: o.title })) };
		}
		if (kind === "results") set[key] = rowsInTwo(view as ResultView);
		if (kind === "unveiled") set[key] = { ...(view as UnveiledView), result: rowsInTwo((view as UnveiledView).result) };
	}
}

/** slides is one of each kind, in this step, and the one that is wanted on the board. */
function slides(set: Pictures, up: SlideKind, step: string, long?: boolean): void {
	const one = (kind: SlideKind, more: Partial<SlideView>): SlideView => ({
		id: `l-${kind}`,
		step,
		kind,
		title: long ? longest(60) : "Noen i rommet kjenner dette fra eget liv",
		lines: [],
		alt: "",
		picture: "",
		wide: 0,
		high: 0,
		figures: [],
		film: "",
		...more,
	});
	const lines = long
		? Array.from({ length: 5 }, (_, i) => `${i + 1} ${longest(118)}`)
		: ["Ingen skal måtte fortelle.", "Vi snakker om hva som hindrer, ikke om hvem."];
	const figure = (label: string, number: string, unit: string, year: string) => ({
		label: long ? longest(60) : label,
		number: long ? "1 234 567,89" : number,
		unit: long ? longest(24) : unit,
		year: long ? "2021–2023" : year,
		source: long ? longest(60) : "SSB",
		old: true,
	});
	const figures = [
		figure("av barna i Norge", "9,9", "prosent", "2021–2023"),
		figure("tre år før: det høyeste til nå", "11,7", "prosent", "2018–2020"),
		figure("familier med barn og vedvarende lavinntekt", "50 100", "familier", "2022"),
	];
	if (long) figures.push({ ...figure("", "", "", ""), label: `4 ${longest(57)}` });
	const all = [
		one("text", { lines }),
		one("promise", { title: long ? longest(60) : "Hvorfor er vi her?", lines: lines.slice(0, 3) }),
		one("figures", {
			title: long ? longest(60) : "Barn i familier med vedvarende lavinntekt",
			figures: long ? figures.map((f, i) => ({ ...f, label: `${i} ${f.label.slice(0, 57)}` })) : figures,
		}),
		one("picture", {
			title: long ? longest(60) : "",
			alt: long ? longest(280) : "Barn som bærer ski opp en bakke",
			picture: "b1",
			wide: 1280,
			high: 720,
		}),
		one("film", { title: long ? longest(60) : "Turen vi tok", alt: "Fire barn på båttur", film: "turen-i-august.mp4" }),
	];
	const n = all.findIndex((s) => s.kind === up) + 1;
	for (const s of all) if (s.kind === up || !long) set[`slides/${s.id}`] = s;
	set.tray = { slides: all.map((s) => s.id) };
	set.films = { films: [{ slide: "l-film", title: "Turen vi tok", film: "turen-i-august.mp4" }] };
	set.showing = { what: "slide", cluster: "", slide: `l-${up}`, playing: false, n, of: all.length, at: `l-${up}` };
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
				card: "",
				same: ids.length > 1 && !long ? ideas.map(([g]) => g).filter((g) => g !== group) : [],
				draft: { who: "", first: "", due: "" },
				sign: i === 0 && k === 0 ? "hindring" : "",
				lang: "",
				norsk: "",
				unread: false,
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

function ballot(
	set: Pictures,
	status: "open" | "hall" | "early" | "closed" | "counted" | "cancelled",
	{ method, secret, long }: { method: string; secret: boolean; long?: boolean },
): void {
	const list = options(long);
	const k = method === "dots" || method === "score" ? 5 : 3;
	const early = status === "early";
	const hall = early || status === "hall";
	set["votes/v1"] = {
		id: "v1",
		method,
		k,
		secret,
		status: hall ? "hall" : status,
		order: 90,
		options: list,
		grace: 0,
		follows: "",
		round: 1,
	} satisfies VoteView;
	set["turnout/v1"] = { vote: "v1", cast: status === "open" ? 31 : 37, of: long ? 144 : 39, out: hall ? 2 : 0 };
	if (status === "open" || hall) {
		set["desk/v1"] = {
			vote: "v1",
			hands: [],
			paper: [
				{ seat: "p20", in: false },
				{ seat: "p19", in: hall },
			].slice(0, hall ? 2 : 1),
			early: status === "hall",
			ends: hall ? noon + 86_400_000 : 0,
		} satisfies DeskView;
	}
	if (status !== "counted" && !early) return;
	const rows: ResultRow[] = list
		.map((o) => {
			const all = counted[o.id.slice(2, 3)] ?? 0;
			const marks = early ? Math.max(0, all - 4) : all;
			return {
				...o,
				marks,
				hands: secret ? 0 : 2,
				against: method === "yesno" ? 37 - marks : 0,
				rank: 0,
				cover: 0,
				spread: spreadOf(method, marks),
			};
		})
		.sort((a, b) => b.marks - a.marks);
	rows.forEach((r, i) => {
		r.rank = i > 0 && rows[i - 1]?.marks === r.marks ? (rows[i - 1] as ResultRow).rank : i + 1;
		r.cover = [31, 33, 34, 34, 36, 36, 37][i] ?? 37;
	});
	const balanced = [["c-A"], ["c-A", "c-B"], ["c-A", "c-B", "c-E"]];
	set["results/v1"] = {
		vote: "v1",
		k,
		method,
		ballots: early ? 32 : 37,
		rows: early ? rows.map((r) => ({ ...r, cover: 0, spread: [] })) : rows,
		balanced: early ? [] : balanced,
		early,
		laid: early ? 5 : 0,
		stood: [],
	} satisfies ResultView;
}

/** spreadOf makes ballots that add up to the marks: by place for a ranking, by score for a scoring of 0 to 5. */
function spreadOf(method: string, marks: number): number[] {
	if (method === "rank") {
		const first = Math.floor(marks / 5);
		const second = Math.floor((marks - 3 * first) / 4);
		return [first, second, marks - 3 * first - 2 * second];
	}
	if (method !== "score") return [];
	const five = Math.floor(marks / 8);
	const three = Math.floor((marks - 5 * five) / 6);
	return [Math.max(0, 30 - marks), marks - 5 * five - 3 * three, 0, three, 0, five];
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
			drafts:
				i % 3 === 0
					? [
							{
								idea: "i0-0",
								group: 1,
								text: o.title,
								who: "Kommunen",
								first: "Lyse ut stillingen",
								due: "2021-02-01",
							},
							{ idea: "i0-3", group: 4, text: o.title, who: "Frivilligsentralen", first: "Ringe lagene", due: "" },
						]
					: [],
		} satisfies MeasureView;
		set[`offers/m${i}`] = { measure: `m${i}`, roles: i === 7 ? ["Frivilligsentralen", "Ungdomsrådet"] : [] };
	}
}

/** boardKinds is what of it reaches a projector: nothing of the lead's, nobody's seat. */
const leadOnly = [
	"tray",
	"pace",
	"script",
	"desk",
	"acts",
	"seats",
	"progress",
	"offers",
	"seating",
	"suggestions",
	"goodbyes",
];

export function onBoard(set: Pictures): Pictures {
	const hidden =
		(set.step as { kind: string }).kind === "avstemning" || set["unveiled/v1"] ? [...leadOnly, "results"] : leadOnly;
	const up = `slides/${(set.showing as { slide: string }).slide}`;
	return Object.fromEntries(
		Object.entries(set).filter(
			([k]) => !hidden.includes(k.split("/")[0] as string) && (!k.startsWith("slides/") || k === up),
		),
	);
}

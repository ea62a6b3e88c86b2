import type { PhaseKind, Pictures } from "../gen/protocol";

/** An evening that stands still: what a phone at table 1 is shown in each kind of step. Invented. */

const line = (id: string, kind: PhaseKind, title: string, minutes: number) => ({ id, kind, title, minutes });
const agenda = [
	line("lobby", "lobby", "Velkommen", 0),
	line("skriv", "stille", "Skriv alene", 8),
	line("bordet", "runde", "Rundt bordet", 18),
	line("om", "info", "Velkommen", 8),
	line("hei", "bli_kjent", "Bli kjent", 6),
	line("par", "par", "To og to", 4),
	line("kort", "velg_kort", "Velg kort", 5),
	line("prat", "samtale", "Snakk om kortet", 15),
	line("tiltak", "tiltak", "Allerede fra mandag", 15),
	line("pause", "pause", "Pause", 10),
	line("plenum", "plenum", "Deling i plenum", 14),
	line("samme", "sammenslaing", "Slå sammen forslag som ligner", 12),
	line("stem", "avstemning", "Hemmelig avstemning", 4),
	line("svar", "resultat", "Resultatet", 5),
	line("ansvar", "ansvarlig", "Hvem tar ansvar?", 10),
	line("slutt", "avrunding", "Avrunding", 3),
];
const question = "Hva kan vi gjøre her hos oss, slik at flere barn blir med på noe de liker?";

const step = (kind: PhaseKind, asks = "") => {
	const index = agenda.findIndex((l) => l.kind === kind);
	const { id, title, minutes } = agenda[index] ?? line(kind, kind, "Stemningen her", 4);
	const works = ["runde", "samtale", "tiltak", "plenum"].includes(kind);
	const sends = works || kind === "sammenslaing";
	return {
		id,
		kind,
		title,
		question: asks,
		minutes,
		index,
		of: agenda.length,
		sends,
		opens: works,
		draws: kind === "velg_kort",
		writes: ["stille", "par", "runde", "samtale", "tiltak"].includes(kind),
		lists: sends,
		next: agenda[index + 1] ?? null,
	};
};

const me = {
	seat: "s1",
	n: 3,
	role: "participant",
	as: "innbygger",
	group: 1,
	scribe: false,
	hand: "",
	left: false,
	voted: [] as string[],
	heads: 1,
	slips: [] as { vote: string; numbers: string[] }[],
	said: false,
	with: [] as number[],
	helped: [] as number[],
	invite: "",
	interprets: false,
};

export const now = Date.UTC(2026, 10, 21, 17, 30);

const common: Pictures = {
	meeting: {
		title: "Fritid for alle barn",
		lang: "nb",
		code: "K7Q4XP2M",
		decides: "Ledelsen i kommunen",
		answerBy: "2027-01-29",
		outBy: "",
		zone: "Europe/Oslo",
		status: "running",
		started: now - 600_000,
		ended: 0,
		locked: false,
		demo: false,
		agenda,
	},
	presence: { here: 24, unplaced: 0, groups: 4 },
	timer: { ends: now + 222_000, left: 0, total: 480_000 },
	"me/s1": me,
	"groups/1": { n: 1, size: 6, scribe: true, sent: false, card: "" },
	"groups/2": { n: 2, size: 6, scribe: true, sent: true, card: "K-05" },
};

const none = { who: "", first: "", due: "" };
const idea = (id: string, text: string, place: string, order: number, group = 1, more: object = {}) => ({
	[`ideas/${id}`]: { id, text, group, place, order, step: "skriv", card: "", same: [], draft: none, sign: "", ...more },
});
const notes: Pictures = {
	...idea("n1", "Én fast person som skolen kan ringe", "private", 10),
	...idea("n2", "Noen må svare når den personen har ferie", "private", 12),
};
const list: Pictures = {
	...idea("t1", "Én fast person i kommunen som lag og skole kan kontakte", "table", 20),
	...idea("t2", "Felles oversikt over alle fritidstilbud med pris", "table", 22),
	...idea("t3", "Egen app for kommunen", "aside", 24),
	...idea("t4", "Faste treff der kommune og lag blir kjent", "table", 26),
};
const titles = [
	"Egen koordinator for fritid",
	"Aktivitetsoversikt",
	"Samlet digital plattform",
	"Rutiner for samarbeid og inkludering",
	"Tverrfaglige møtepunkter",
	"Støtteordninger",
	"Gratis ferieaktiviteter laget med unge",
	"Transport, minibuss",
];
const piles: Pictures = Object.assign(
	{},
	...titles.map((title, n) => ({
		[`clusters/c${n}`]: {
			id: `c${n}`,
			title,
			named: true,
			ideas: n ? [`p${n}`] : ["p0", "p8"],
			groups: n ? [(n % 4) + 1] : [1, 3],
			order: n + 1,
		},
		...idea(`p${n}`, title, "plenum", 40 + n, (n % 4) + 1),
	})),
	idea("p8", "Noen som kjenner alle tilbudene, og som svarer", "plenum", 48, 3),
);
const vote = (status: string, method = "approve", k = 3) => ({
	"votes/v1": {
		id: "v1",
		method,
		k,
		secret: true,
		status,
		order: 60,
		grace: 0,
		follows: "",
		round: 1,
		options: titles.map((title, n) => ({ id: `c${n}`, n: n + 1, title })),
	},
	"turnout/v1": { vote: "v1", cast: 31, of: 39, out: status === "hall" ? 2 : 0 },
});
const marks = [34, 19, 9, 12, 11, 14, 8, 2];
const counted = (method: string, k: number, got: number[], against: number[] = []): Pictures => ({
	"results/v1": {
		vote: "v1",
		k,
		method,
		ballots: 37,
		rows: titles
			.map((title, n) => ({
				id: `c${n}`,
				n: n + 1,
				title,
				marks: got[n] ?? 0,
				against: against[n] ?? 0,
				hands: 0,
				spread: [],
			}))
			.sort((a, b) => b.marks - a.marks)
			.map((row, n, all) => ({ ...row, rank: all.findIndex((o) => o.marks === row.marks) + 1, cover: 30 + n })),
		balanced: [],
		early: false,
		laid: 0,
		stood: [],
	},
});
const result = counted("approve", 3, marks);
const measure = (n: number, responsible: string, followUp = false) => ({
	[`measures/m${n}`]: {
		id: `m${n}`,
		title: titles[n] ?? "",
		cluster: `c${n}`,
		responsible,
		first: responsible ? "Kalle inn skole, lag og kultur" : "",
		due: responsible ? "2026-12-08" : "",
		followUp,
		status: "ikke-startet",
		order: 80 + n,
		drafts: n
			? []
			: [
					{ idea: "p0", group: 1, text: titles[0], who: "Kultur og oppvekst", first: "", due: "2026-12-08" },
					{ idea: "p8", group: 3, text: "Noen som svarer", who: "Frivilligsentralen", first: "Spørre lagene", due: "" },
				],
	},
});
const measures: Pictures = { ...measure(0, "Kultur og oppvekst"), ...measure(1, "", true), ...measure(5, "") };

const card = (
	id: string,
	colour: string,
	mark: string,
	theme: string,
	title: string,
	asks: string,
	prompts: string[],
) => ({
	[`cards/${id}`]: { id, colour, mark, theme, title, question: asks, prompts },
});
const deck: Pictures = {
	deck: { deck: "kommune", title: "Kommunen", cards: ["K-B1", "K-01", "K-05", "K-J"] },
	...card("K-B1", "blue", "K-B1", "Styrker", "Dette virker her", "Hva får vi til allerede?", ["Noe nye skryter av."]),
	...card(
		"K-01",
		"orange",
		"K-01",
		"Kontaktpunkt",
		"Hvem ringer jeg?",
		"Når en lærer, en trener eller en nabo kjenner et barn som vil være med på noe: hvem kan de kontakte, og hva skjer så?",
		[
			"Finnes det ett navn, ett nummer?",
			"Hvor lang tid går det før noen svarer?",
			"Hva skjer når den ene personen er borte?",
		],
	),
	...card("K-05", "orange", "K-05", "Utstyr", "Det som samler støv", "Hva har vi som ikke blir brukt?", []),
	...card("K-J", "orange", "K-J", "Eget kort", "Vårt eget tema", "Hva er det viktigste som ikke står på noe kort?", []),
};
const drawn = { ...deck, "groups/1": { n: 1, size: 6, scribe: true, sent: false, card: "K-01" } };
const planned: Pictures = {
	...list,
	...idea("t1", "Én fast person i kommunen som lag og skole kan kontakte", "table", 20, 1, {
		draft: { who: "Kultur og oppvekst", first: "Kalle inn skole, lag og kultur", due: "2026-12-08" },
	}),
	...idea("t5", "Utlånsbod på skolen", "table", 28),
};
const sentTable = { "groups/1": { n: 1, size: 6, scribe: true, sent: true, card: "K-01" } };
const telling = (now: number, next: number) => ({ telling: { order: [1, 2, 3], now, next } });
const said: Pictures = {
	...idea("s1", "Én fast person som skole og lag kan ringe", "plenum", 50, 1, { same: [2, 3] }),
	...idea("s2", "Felles oversikt over fritidstilbud med pris", "plenum", 51),
	...idea("s3", "Noen som kjenner alle tilbudene, og som svarer", "plenum", 52, 2, { same: [1] }),
	...idea("s4", "Skyss til trening for dem som bor langt unna", "plenum", 53, 2),
};

const scribe = { "me/s1": { ...me, scribe: true } };

const mood = (spread: readonly number[][]): Pictures => ({
	"moods/stemning": {
		step: "stemning",
		title: "Stemningen her",
		asks: ["Her er det lett å finne på noe", "Her er det greit å være ny"],
		also: [],
		status: spread.length ? "counted" : "open",
		cast: spread.length ? 0 : 7,
		of: 13,
		spread,
	},
});

export const canned = {
	lobby: { ...common, step: step("lobby"), timer: { ends: 0, left: 0, total: 0 } },
	lobbyAlone: {
		...common,
		step: step("lobby"),
		timer: { ends: 0, left: 0, total: 0 },
		"me/s1": { ...me, group: 0 },
	},
	present: { ...common, step: step("lobby"), "me/s1": { ...me, as: "" } },
	stille: { ...common, ...notes, step: step("stille", question) },
	runde: { ...common, ...notes, ...list, step: step("runde", "Hvilke forslag vil dere ta med til alle?") },
	scribe: { ...common, ...notes, ...list, ...scribe, step: step("runde", "Hvilke forslag vil dere ta med til alle?") },
	early: { ...common, ...notes, ...list, ...scribe, step: { ...step("runde"), sends: false } },
	earlier: {
		...common,
		...scribe,
		...drawn,
		...list,
		...idea("e1", "Åpen hall hver fredag", "table", 5, 1, { step: "virker" }),
		...idea("e2", "Utstyrsbua låner ut gratis", "table", 6, 1, { step: "virker" }),
		...idea("e3", "De som flytter ofte", "table", 7, 1, { step: "savner" }),
		step: {
			...step("samtale"),
			earlier: [
				{ asks: "Hva gjør vi i dag som får barn med?", steps: ["virker"] },
				{ asks: "Hvilke barn når vi ikke i dag?", steps: ["savner"] },
			],
		},
	},
	sent: {
		...common,
		...notes,
		...piles,
		step: step("runde"),
		"groups/1": { n: 1, size: 6, scribe: true, sent: true, card: "" },
	},
	sammenslaing: {
		...common,
		...piles,
		step: step("sammenslaing", "Hva er likt, og hva går tapt hvis vi slår dem sammen?"),
		"groups/1": { n: 1, size: 6, scribe: true, sent: true, card: "" },
	},
	unsentTable: { ...common, ...list, ...scribe, ...piles, step: step("sammenslaing") },
	soon: { ...common, ...piles, step: step("avstemning", "Velg opptil tre forslag.") },
	avstemning: { ...common, ...piles, ...vote("open"), step: step("avstemning") },
	one: { ...common, ...vote("open", "approve", 1), step: step("avstemning") },
	shut: { ...common, ...piles, ...vote("closed"), step: step("avstemning") },
	resultat: { ...common, ...piles, ...vote("counted"), ...result, step: step("resultat") },
	noResult: { ...common, ...piles, ...vote("counted"), step: step("resultat") },
	ansvarlig: { ...common, ...piles, ...measures, step: step("ansvarlig") },
	info: { ...common, step: step("info", "Barn skal få være med på noe de liker, uansett hva det koster.") },
	bliKjent: { ...common, ...scribe, step: step("bli_kjent", "Hva likte du å gjøre da du var ti?") },
	stemning: { ...common, step: step("stemning", "Hvordan er det å bo her?"), ...mood([]) },
	stemningTold: { ...common, step: step("stemning"), ...mood([[1, 0, 4, 6, 2], []]) },
	par: { ...common, ...notes, step: step("par", question) },
	noCard: { ...common, ...scribe, ...deck, step: step("velg_kort") },
	waitCard: { ...common, ...deck, step: step("velg_kort") },
	card: { ...common, ...scribe, ...drawn, step: step("velg_kort") },
	seesCard: { ...common, ...drawn, step: step("velg_kort") },
	samtale: { ...common, ...scribe, ...notes, ...list, ...drawn, step: step("samtale") },
	tiltak: { ...common, ...scribe, ...planned, step: step("tiltak", "Hva kan vi begynne med allerede på mandag?") },
	readsTiltak: { ...common, ...planned, step: step("tiltak") },
	pause: { ...common, step: step("pause") },
	ourTurn: { ...common, ...sentTable, ...said, ...telling(1, 2), step: step("plenum") },
	theirTurn: { ...common, ...sentTable, ...said, ...telling(2, 1), step: step("plenum") },
	lateTurn: { ...common, ...scribe, ...list, ...said, ...telling(2, 1), step: step("plenum") },
	allTold: { ...common, ...sentTable, ...said, ...telling(0, 0), step: step("plenum") },
	dots: { ...common, ...vote("open", "dots", 6), step: step("avstemning") },
	score: { ...common, ...vote("open", "score", 5), step: step("avstemning") },
	yesno: { ...common, ...vote("open", "yesno", 1), step: step("avstemning") },
	rank: { ...common, ...vote("open", "rank", 3), step: step("avstemning") },
	scribeVotes: { ...common, ...scribe, ...vote("open"), step: step("avstemning") },
	cancelled: { ...common, ...vote("cancelled"), step: step("avstemning") },
	tied: {
		...common,
		...vote("counted", "yesno", 1),
		...counted("yesno", 1, [34, 19, 9, 12, 19, 14, 8, 2], [1, 5, 20, 12, 5, 9, 22, 30]),
		step: step("resultat"),
	},
	avrunding: { ...common, step: step("avrunding") },
	thanks: {
		...common,
		...measures,
		step: step("ansvarlig"),
		meeting: { ...(common.meeting as object), status: "ended", ended: now },
	},
	left: { ...common, step: step("stille"), "me/s1": { ...me, left: true } },
} satisfies Record<string, Pictures>;

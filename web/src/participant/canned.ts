import type { PhaseKind, Pictures } from "../gen/protocol";

/** An evening that stands still: what a phone at table 1 is shown in each kind of step. Invented. */

const line = (id: string, kind: PhaseKind, title: string, minutes: number) => ({ id, kind, title, minutes });
const agenda = [
	line("lobby", "lobby", "Velkommen", 0),
	line("skriv", "stille", "Skriv alene", 8),
	line("bordet", "runde", "Rundt bordet", 18),
	line("samme", "sammenslaing", "Slå sammen forslag som ligner", 12),
	line("stem", "avstemning", "Hemmelig avstemning", 4),
	line("svar", "resultat", "Resultatet", 5),
	line("ansvar", "ansvarlig", "Hvem tar ansvar?", 10),
];
const question = "Hva kan vi gjøre her hos oss, slik at flere barn blir med på noe de liker?";

const step = (kind: PhaseKind, asks = "") => {
	const index = agenda.findIndex((l) => l.kind === kind);
	const { id, title, minutes } = agenda[index] ?? line("", kind, "", 0);
	return { id, kind, title, question: asks, minutes, index, of: agenda.length, next: agenda[index + 1] ?? null };
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
};

export const now = Date.UTC(2026, 10, 21, 17, 30);

const common: Pictures = {
	meeting: {
		title: "Fritid for alle barn",
		lang: "nb",
		code: "K7Q4XP2M",
		decides: "Ledelsen i kommunen",
		answerBy: "2027-01-29",
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
	"groups/1": { n: 1, size: 6, scribe: true, sent: false },
	"groups/2": { n: 2, size: 6, scribe: true, sent: true },
};

const idea = (id: string, text: string, place: string, order: number, group = 1) => ({
	[`ideas/${id}`]: { id, text, group, place, order, step: "skriv" },
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
const vote = (status: string) => ({
	"votes/v1": {
		id: "v1",
		method: "approve",
		k: 3,
		secret: true,
		status,
		order: 60,
		options: titles.map((title, n) => ({ id: `c${n}`, n: n + 1, title })),
	},
	"turnout/v1": { vote: "v1", cast: 31, of: 39 },
});
const marks = [34, 19, 9, 12, 11, 14, 8, 2];
const result: Pictures = {
	"results/v1": {
		vote: "v1",
		k: 3,
		ballots: 37,
		rows: titles
			.map((title, n) => ({ id: `c${n}`, n: n + 1, title, marks: marks[n] ?? 0, rank: 0 }))
			.sort((a, b) => b.marks - a.marks)
			.map((row, n) => ({ ...row, rank: n + 1 })),
	},
};
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
	},
});
const measures: Pictures = { ...measure(0, "Kultur og oppvekst"), ...measure(1, "", true), ...measure(5, "") };

const scribe = { "me/s1": { ...me, scribe: true } };

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
	sent: {
		...common,
		...notes,
		...piles,
		step: step("runde"),
		"groups/1": { n: 1, size: 6, scribe: true, sent: true },
	},
	sammenslaing: {
		...common,
		...piles,
		step: step("sammenslaing", "Hva er likt, og hva går tapt hvis vi slår dem sammen?"),
		"groups/1": { n: 1, size: 6, scribe: true, sent: true },
	},
	unsentTable: { ...common, ...list, ...scribe, ...piles, step: step("sammenslaing") },
	soon: { ...common, ...piles, step: step("avstemning", "Velg opptil tre forslag.") },
	avstemning: { ...common, ...piles, ...vote("open"), step: step("avstemning") },
	shut: { ...common, ...piles, ...vote("closed"), step: step("avstemning") },
	resultat: { ...common, ...piles, ...vote("counted"), ...result, step: step("resultat") },
	noResult: { ...common, ...piles, ...vote("counted"), step: step("resultat") },
	ansvarlig: { ...common, ...piles, ...measures, step: step("ansvarlig") },
	thanks: {
		...common,
		...measures,
		step: step("ansvarlig"),
		meeting: { ...(common.meeting as object), status: "ended", ended: now },
	},
	left: { ...common, step: step("stille"), "me/s1": { ...me, left: true } },
} satisfies Record<string, Pictures>;

// A meeting that stands still, for tests and for looking at screens: the Vestby
// replay, mostly invented, and the same again with the longest texts allowed.
import type { PhaseKind, Pictures, ResultView, SlideKind } from "../gen/protocol";
import { ballot } from "./canned/ballot";
import { cards } from "./canned/cards";
import { longest } from "./canned/longest";
import { measures } from "./canned/measures";
import { mood } from "./canned/mood";
import { people } from "./canned/people";
import { agenda, begun, noon, place } from "./canned/plan";
import { plenum } from "./canned/proposals";
import { type Put, show } from "./canned/showing";
import { slides } from "./canned/slides";
import { inTwo } from "./canned/two";

export { noon };

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
	/** Something is put in place of the step. */
	put?: Put;
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
	put,
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
		scripts: { say: Object.fromEntries(agenda.map((l) => [l.id, `Nå kommer ${l.title}.`])) },
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
	if (put) show(set, put, long);
	if (two) inTwo(set);
	return set;
}

import type { PhaseKind } from "../gen/protocol";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import type { Where } from "./address";

const names = [
	"decides",
	"answer",
	"out",
	"line",
	"address",
	"wifi",
	"mobile",
	"hall",
	"tables",
	"cards",
	"owners",
	"deputy",
	"key",
	"paper",
	"practice",
] as const;

/** A light is one thing that ought to be in place before the doors open, and where it is put right. */
export interface Light {
	id: (typeof names)[number];
	ok: boolean;
	fix?: string;
	/** It is put right where the hall is tried, on the same page. */
	hall?: boolean;
	/** Only a person can know: it is ticked off by hand, under this name. */
	tick?: "key" | "paper";
}

const enough = 8; // minutes for who does what: less, and the evening was only talk

/** lightsOf looks at everything that can be looked at. What a machine cannot know is ticked off by hand. */
export function lightsOf(m: Meeting, where: Where, ticked: { key: boolean; paper: boolean }): Light[] {
	const about = m.store.one("meeting");
	const agenda = about?.agenda ?? [];
	const minutes = (kind: PhaseKind) => agenda.reduce((sum, l) => sum + (l.kind === kind ? l.minutes : 0), 0);
	const reports = m.store.one("hall")?.reports ?? [];
	const leads = m.store.list("seats", (s) => s.n).filter((s) => s.role !== "participant" && !s.left);
	const tables = m.store.list("groups", (g) => g.n).length;
	const cards = !agenda.some((l) => l.kind === "velg_kort") || !!m.store.one("deck")?.cards.length;
	return [
		{ id: "decides", ok: !!about?.decides, fix: "#about" },
		{ id: "answer", ok: !!about?.answerBy, fix: "#about" },
		{ id: "out", ok: !!about?.outBy, fix: "#run" },
		{ id: "owners", ok: minutes("ansvarlig") >= enough || minutes("ansvarlig") === 0, fix: "#run" },
		{ id: "cards", ok: cards, fix: "#run" },
		{ id: "line", ok: m.link.value.is === "online" },
		{ id: "address", ok: where.reached || reports.length > 0, hall: true },
		{ id: "wifi", ok: reports.some((r) => r.net === "wifi"), hall: true },
		{ id: "mobile", ok: reports.some((r) => r.net === "mobile"), hall: true },
		{ id: "hall", ok: reports.length > 0 && reports.every((r) => r.faults.length === 0), hall: true },
		{ id: "tables", ok: tables > 0, fix: "#groups" },
		{ id: "deputy", ok: leads.length > 1, fix: "#about" },
		{ id: "key", ok: ticked.key, fix: "#about", tick: "key" },
		{ id: "paper", ok: ticked.paper, tick: "paper" },
		{ id: "practice", ok: notebook.read(`practised:${m.room}`) === "yes" },
	];
}

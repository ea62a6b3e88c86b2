import { readFileSync } from "node:fs";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { allStatus, type FollowUpView, type MeasureView, type MeetingView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Calendar } from "./calendar";
import { Frame } from "./frame";
import { drafted } from "./story";

const root = document.createElement("div");
document.body.append(root);
const words = (lang: string) => JSON.parse(readFileSync(`locales/${lang}.json`, "utf8"));
const fetched = globalThis.fetch;
beforeEach(() => {
	globalThis.fetch = (async () =>
		new Response(JSON.stringify({ on: true, letters: [] }), { status: 200 })) as typeof fetch;
	useWords("nb", words("nb"));
	location.hash = "";
});
afterEach(() => {
	render(null, root);
	globalThis.fetch = fetched;
});

const ended = Date.parse("2020-11-25T11:30:00+01:00");
const meeting = { title: "Fritid for alle barn", lang: "nb", zone: "Europe/Oslo", status: "ended", ended, demo: true };
const measure = {
	id: "m1",
	title: "Minibuss",
	status: "ikke-startet",
	cluster: "",
	responsible: "",
	first: "",
	due: "2021-01-15",
	order: 1,
};
const care: Partial<FollowUpView> = {
	...{ measure: "m1", kind: "tiltak", deputy: "", lasts: "", after: "", youth: "", sign: "", says: "", idea: "" },
	...{ status: "ikke-startet", shown: "ikke-startet", help: false, by: { role: "" as never, as: "" } },
	...{ confirmed: ended, agesAt: 0, parts: [], milestones: [], counts: [], seen: {} },
};

/** opens draws the whole page of the group as it is at a time. */
function opens(
	pictures: Record<string, unknown>,
	{ hash = "", now = "2021-02-01T09:00:00+01:00", link = "online" } = {},
) {
	location.hash = hash;
	dispatchEvent(new HashChangeEvent("hashchange"));
	const m = cannedMeeting(pictures, { surface: "follow", link: { is: link as "online" }, now: Date.parse(now) });
	act(() => render(<Frame m={m} cal={new Calendar(m)} />, root));
	return root.textContent ?? "";
}

const full = (of: Partial<MeasureView> = {}) => ({
	meeting: meeting as unknown as MeetingView,
	"measures/m1": { ...measure, ...of },
	"followups/m1": care,
});

test("before the meeting has ended there is nothing to follow up, and the page says so", () => {
	expect(opens({ meeting: { ...meeting, status: "running", ended: 0 } })).toContain("Dugnaden er ikke ferdig");
});

test("a year without measures says what one can do", () => {
	const said = opens({ meeting });
	expect(said).toContain("Ingen tiltak ennå");
	expect(said).toContain("Ingenting venter akkurat nå.");
	expect(said).toContain("Eksempeldata");
});

test("what is late and what nobody answers for waits on the first page", () => {
	const said = opens(full());
	expect(said).toContain("Dag 68");
	expect(said).toContain("17 dager over fristen");
	expect(said).toContain("Ingen ansvarlig ennå");
});

test("a status nobody has confirmed is not shown in its old words", () => {
	const pictures = { ...full(), "followups/m1": { ...care, status: "i-gang", shown: "ukjent" } };
	opens(pictures);
	const row = root.querySelector("tbody tr");
	expect(row?.textContent).toContain("Ukjent");
	expect(row?.textContent).not.toContain("I gang");
});

test("a measure that is not there, and a device without a net, both say so", () => {
	expect(opens(full(), { hash: "#/measure/nope" })).toContain("Fant ikke tiltaket");
	expect(opens(full(), { link: "offline" })).toContain("Uten nett");
});

test("a measure whose title was taken out still has a place", () => {
	expect(opens(full({ title: "" }), { hash: "#/measure/m1" })).toContain("Uten tittel");
});

/** young is a device that came by the link of a team of young people. */
const young = () => ({
	...full({ responsible: "Ungdomsrådet", first: "Ringe busselskapet" }),
	"measures/m2": { ...measure, id: "m2", title: "Hovedgruppas eget" },
	"me/s1": { seat: "s1", role: "team", mail: "" },
	"teams/2": { n: 2, name: "Ungdommene", young: true },
});

test("a team sees its own measures, in its own words, and no way to anything else", () => {
	const said = opens(young());
	expect(said).toContain("Ungdommene");
	expect(said).toContain("Dette passer dere på");
	expect(said).toContain("Neste steg: Ringe busselskapet");
	expect(said).not.toContain("Hovedgruppas eget");
	expect(root.querySelector("nav")).toBeNull();
	expect(opens(young(), { hash: "#/measure/m1" })).toContain("Hva gjør dere nå?");
	expect(opens(young(), { hash: "#/handover" })).not.toContain("Hvem har ansvar for hva");
});

test("the main group makes a team and gives it a measure", () => {
	const { "me/s1": _, ...rest } = young();
	expect(opens(rest, { hash: "#/handover" })).toContain("0 tiltak");
	expect(opens(rest, { hash: "#/measure/m1" })).toContain("Hvem følger opp?");
});

test.each(["nn", "en", "sv"])("the young people's page speaks %s", (lang) => {
	useWords(lang, words(lang));
	for (const hash of ["", "#/measure/m1"]) expect(opens(young(), { hash })).not.toMatch(/\b(follow|common)\.[a-z_.]+/);
});

test.each(["nn", "en", "sv"])("every page speaks %s", (lang) => {
	useWords(lang, words(lang));
	const answer = { promised: "2021-01-29", first: "", drafts: {}, words: {}, seen: {}, published: 0, versions: [] };
	for (const page of ["measures", "measures/board", "measures/year", "measure/m1", "answer", "since", "handover"]) {
		const said = opens({ ...full(), answer }, { hash: `#/${page}` });
		expect(said, page).not.toMatch(/\b(follow|svar|common|plain)\.[a-z_.]+/);
		expect(said.length, page).toBeGreaterThan(80);
	}
});

test("the group's own calendar says when, how long before it reminds, and what waits leads there", () => {
	const date = { id: "d1", day: "2021-03-15", kind: "bufdir", title: "", before: 42, seen: 7 };
	const task = {
		id: "date-d1-2021-03-15",
		kind: "date",
		measure: "",
		due: "2021-03-15",
		at: ended,
		done: 0,
		about: "d1",
	};
	const said = opens({ ...full(), "dates/d1": date }, { hash: "#/dates" });
	expect(said).toContain(nb["follow.dates.kind.bufdir"]);
	expect(said).toContain("om 42 dager");
	expect(said).toContain("Påminnelse 42 dager før");
	expect(root.querySelector("a[download]")?.getAttribute("href")).toBe("/api/rooms/canned/calendar.ics?surface=follow");
	const first = opens({ ...full(), "dates/d1": date, "tasks/date-d1-2021-03-15": task });
	expect(first).toContain("Om 42 dager: 15. mars");
	expect(root.querySelector("a[href='#/dates']")).not.toBeNull();
});

test("a measure is in the application when it is ticked, and what is missing is asked for", () => {
	location.hash = "#/grant";
	dispatchEvent(new HashChangeEvent("hashchange"));
	const grant = { parts: { need: "Ti barn står utenfor" }, tags: { m1: ["los"] }, seen: { need: 5, "tags/m1": 9 } };
	const m = cannedMeeting({ ...full(), grant } as never, {
		surface: "follow",
		link: { is: "online" },
		now: Date.parse("2021-02-01T09:00:00+01:00"),
	});
	act(() => render(<Frame m={m} cal={new Calendar(m)} />, root));
	expect(root.textContent).toContain("Med, én type");
	expect(root.textContent).toContain(nb["follow.grant.no_deadline"]);
	expect([...root.querySelectorAll("textarea")].map((x) => x.value)).toContain("Ti barn står utenfor");
	const ticks = [...root.querySelectorAll<HTMLInputElement>(".tags input")];
	expect(ticks.filter((x) => x.checked)).toHaveLength(1);
	act(() => ticks[2]?.click());
	expect(m.sent).toEqual([{ do: "measure.tag", with: { measure: "m1", tags: ["utstyrssentral", "los"], seen: 9 } }]);
});

test("of a scheme four things are counted, each by its name", () => {
	const counts = [
		{ id: "n1", date: "2021-01-01", value: 40, source: "NAV", what: "sokt" },
		{ id: "n2", date: "2021-01-01", value: 31, source: "NAV", what: "brukt" },
	];
	const said = opens({ ...full(), "followups/m1": { ...care, kind: "ordning", counts } }, { hash: "#/measure/m1" });
	for (const word of ["Søkt", "Brukt", "40", "31"]) expect(said).toContain(word);
	expect(root.querySelector("[aria-labelledby=sign] .big")?.textContent).toBe("31");
});

const saidIt = { by: { role: "followup" as never, as: "Kultur" }, says: "", confirmed: ended };
const rowOf = (of: Partial<FollowUpView>, first = "Ringe busselskapet") => {
	opens({ ...full({ first }), "followups/m1": { ...care, ...of } });
	return root.querySelector("tbody tr")?.textContent ?? "";
};

test("a row says how it is, and calls what is next by its name: the step is not the status", () => {
	expect(rowOf({})).toContain("Første steg: Ringe busselskapet");
	expect(rowOf({ ...saidIt, status: "i-gang", shown: "i-gang" })).toContain("Første steg: Ringe busselskapet");
	expect(rowOf({ ...saidIt, status: "i-gang", shown: "i-gang", says: "Har ringt" })).toContain("Har ringt");
	const done = rowOf({ ...saidIt, status: "pa-plass", shown: "pa-plass", lasts: "2021-06-30", after: "Fast rute" });
	expect(done).not.toContain("Ringe busselskapet");
	expect(done).toContain("Varer til 30. juni. Etterpå: Fast rute");
	expect(rowOf({ ...saidIt, status: "lagt-bort", shown: "lagt-bort" })).not.toContain("Ringe busselskapet");
	expect(rowOf({ ...saidIt, status: "i-gang", shown: "ukjent", says: "Har ringt" })).not.toContain("Har ringt");
});

test("what young people have done is done, and not what they do now", () => {
	const done = { ...young(), "followups/m1": { ...care, ...saidIt, status: "pa-plass", shown: "pa-plass" } };
	const said = opens(done);
	expect(said).toContain("Dette er på plass.");
	expect(said).not.toContain("Ringe busselskapet");
});

test("the history tells what was written, from what to what and as whom, and what was taken out of it", () => {
	const by = { role: "followup", as: "Kultur" };
	const line = { at: ended, by, of: "", out: false };
	const trail = {
		measure: "m1",
		turns: [{ seq: 4, at: ended, by, status: "i-gang", says: "Har ringt", help: false }],
		changes: [
			{ ...line, seq: 2, what: "made", was: "", is: "" },
			{ ...line, seq: 3, what: "due", was: "2021-01-15", is: "2021-03-01", out: false },
			{ ...line, seq: 5, what: "responsible", was: null, is: "Kultur" },
			{ ...line, seq: 6, what: "first", was: "Ringe Lise", is: "Ringe busselskapet", out: true },
		],
	};
	location.hash = "#/measure/m1";
	dispatchEvent(new HashChangeEvent("hashchange"));
	const m = cannedMeeting({ ...full(), "trails/m1": trail } as never, {
		surface: "follow",
		link: { is: "online" },
		now: Date.parse("2021-02-01T09:00:00+01:00"),
	});
	act(() => render(<Frame m={m} cal={new Calendar(m)} />, root));
	const lines = [...root.querySelectorAll(".trail li")].map((x) => x.textContent ?? "");
	expect(lines).toHaveLength(5);
	expect(lines[0]).toMatch(/Første steg.*Før: Ringe Lise.*Nå: Ringe busselskapet.*av Kultur/);
	expect(lines[1]).toMatch(/Ansvarlig.*Teksten er fjernet.*Kultur/);
	expect(lines[2]).toContain("Har ringt");
	expect(lines[3]).toMatch(/Frist.*15\. januar.*1\. mars/);
	expect(lines[4]).toContain("Tatt opp som tiltak");
	act(() => root.querySelector<HTMLButtonElement>(".trail li .iconbtn")?.click());
	act(() =>
		[...root.querySelectorAll<HTMLButtonElement>("dialog button")]
			.find((b) => b.textContent === nb["follow.redact_yes"])
			?.click(),
	);
	expect(m.sent).toEqual([{ do: "measure.unsay", with: { id: "m1", seq: 6, what: "first" } }]);
});

test("a sub-group that has a link is asked before it is changed, and whoever has the old one is named as outside", () => {
	const rotations = { rotations: [{ at: ended, by: { role: "followup", as: "Kultur" }, of: 0 }] };
	const { "me/s1": _, ...rest } = young();
	const said = opens(
		{ ...rest, "teams/2": { n: 2, name: "Ungdommene", young: true, link: true }, rotations },
		{ hash: "#/handover" },
	);
	expect(said).toContain("Lenken er byttet 25. november");
	expect(said).toContain("Bytt lenke");
});

test("what comes next is the first milestone not reached; the evening's step keeps its own name", () => {
	const row = (of: Partial<FollowUpView>) => {
		opens({
			...full({ first: "Søke om penger" }),
			"followups/m1": { ...care, status: "i-gang", shown: "i-gang", by: { role: "followup", as: "Kultur" }, ...of },
		});
		return root.querySelector("tbody tr")?.textContent;
	};
	expect(row({})).toContain("Første steg: Søke om penger");
	const milestones = [
		{ id: "a", title: "Søknaden er sendt", date: "2020-12-11", done: true },
		{ id: "c", title: "Status til ledelsen", date: "2021-12-01", done: false },
		{ id: "b", title: "Koordinatoren begynner", date: "2021-10-01", done: false },
	];
	expect(row({ milestones })).toContain("Neste steg: Koordinatoren begynner (1. oktober)");
	const reached = row({ milestones: milestones.slice(0, 1) });
	expect(reached).not.toContain("steg:");
});

test("the draft to tell others says how it goes in a whole sentence, in every language", () => {
	for (const lang of ["nb", "nn", "en", "sv"]) {
		useWords(lang as "nb", words(lang));
		const m = cannedMeeting(full() as never, { surface: "follow", link: { is: "online" }, now: ended });
		for (const shown of allStatus) {
			const r = { ...measure, responsible: "Skole", care: { ...care, shown } } as never;
			const said = drafted(r, { m, cal: new Calendar(m) });
			expect(said).toContain(words(lang)[`follow.story.now_${shown.replaceAll("-", "_")}`]);
			expect(said).toContain(": Skole.");
			expect(said).not.toContain("follow.story");
		}
	}
});

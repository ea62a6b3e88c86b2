import type { Pictures, SlideKind, SlideView } from "../../gen/protocol";
import { longest } from "./longest";

/** slides is one of each kind, in this step, and the one that is wanted on the board. */
export function slides(set: Pictures, up: SlideKind, step: string, long?: boolean): void {
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
		figure("med barn og vedvarende lavinntekt", "50 100", "familier", "2022"),
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

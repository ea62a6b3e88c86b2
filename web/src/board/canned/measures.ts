import type { MeasureView, Pictures } from "../../gen/protocol";
import { longest } from "./longest";
import { options } from "./proposals";

const decided: Record<string, [string, string, string]> = {
	A: ["Helse og livsmestring", "Søknad til Bufdir", "2020-12-11"],
	B: ["Kultur", "Kartlegge hva som finnes", "2021-03-31"],
	C: ["Kultur og IKT", "Velge ett sted", "2021-05-31"],
	D: ["Skole", "Utkast til samtykketekst", "2021-06-15"],
	E: ["Arbeidsgruppa", "Datoer for to møter", "2021-02-26"],
	F: ["NAV", "Oversikt på én side", "2021-04-30"],
	G: ["Ung Arena", "Fokusgruppe med unge", "2021-05-15"],
};

export function measures(set: Pictures, long?: boolean): void {
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
			top: i < 5,
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

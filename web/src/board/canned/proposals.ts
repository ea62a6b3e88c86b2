import type { ClusterView, IdeaView, Pictures } from "../../gen/protocol";
import { longest } from "./longest";

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

export function options(long?: boolean): { id: string; n: number; title: string }[] {
	return Array.from({ length: long ? 12 : 8 }, (_, i) => {
		const [id, title] = piles[i % piles.length] as (typeof piles)[number];
		return { id: `c-${id}${i < 8 ? "" : i}`, n: i + 1, title: long ? `${i + 1} ${longest(58)}` : title };
	});
}

export function plenum(set: Pictures, long?: boolean): void {
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

import type { GroupView, PhaseKind, Pictures } from "../../gen/protocol";
import { noon, place } from "./plan";

const as = ["kommune", "frivillighet", "innbygger", "naeringsliv", "ungdom", "tro"];

export function people(set: Pictures, kind: PhaseKind, tables: number, size: number): void {
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
		via: "lead",
		since: noon - 30 * 60_000,
	};
}

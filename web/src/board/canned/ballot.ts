import type { DeskView, Pictures, ResultRow, ResultView, VoteView } from "../../gen/protocol";
import { noon } from "./plan";
import { options } from "./proposals";

const counted: Record<string, number> = { A: 34, B: 19, C: 9, D: 12, E: 11, F: 14, G: 8, H: 2 };

export function ballot(
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

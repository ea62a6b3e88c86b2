import { vestby } from "../src/board/canned";
import type { ClusterView, IdeaView, Pictures } from "../src/gen/protocol";

/** emptied is a board at the merging that nothing has come to yet. */
export function emptied(): Pictures {
	const set = vestby({ kind: "sammenslaing" });
	for (const key of Object.keys(set)) if (/^(ideas|clusters)\//.test(key)) delete set[key];
	return set;
}

/** drop is one idea as it comes to the board, in a pile of its own. */
export function drop(n: number): Pictures {
	const id = `i${n}`;
	const text = `Forslag nummer ${n}`;
	const draft = { who: "", first: "", due: "" };
	const idea = { id, text, group: (n % 7) + 1, place: "plenum", order: n, step: "s2", card: "", same: [], draft };
	const pile = { id: `c-${id}`, title: text, named: false, ideas: [id], groups: [(n % 7) + 1], order: n };
	return {
		[`ideas/${id}`]: idea as unknown as IdeaView,
		[`clusters/c-${id}`]: pile as ClusterView,
	};
}

/** downpour tells a board of many ideas, evenly over the time. */
export async function downpour(tell: (set: Pictures) => void, many: number, seconds: number): Promise<void> {
	const began = Date.now();
	for (let n = 0; n < many; n++) {
		tell(drop(n));
		const due = began + (n + 1) * ((seconds * 1000) / many);
		if (Date.now() < due) await new Promise((go) => setTimeout(go, due - Date.now()));
	}
}

import type { ComponentChildren } from "preact";
import type { ResultView } from "../gen/protocol";
import type { Bar } from "./bars";

/** stoodBars is what an earlier round had placed above the proposals of this one. It is not up for another vote, and stays first. */
export function stoodBars(of: ResultView, round: (n: number) => ComponentChildren): Bar[] {
	return of.stood.map((r) => ({ id: r.id, n: r.n, text: r.title, votes: r.marks, top: true, note: round(r.round) }));
}

export const stoodFull = (of: ResultView): number => Math.max(0, ...of.stood.map((r) => r.of));

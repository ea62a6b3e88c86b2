import type {
	CardView,
	ClusterView,
	MeetingView,
	Pictures,
	ResultView,
	SlideView,
	StepView,
	UnveiledView,
	VoteView,
} from "../../gen/protocol";

const rowsInTwo = (result: ResultView): ResultView => ({
	...result,
	rows: result.rows.map((r) => ({ ...r, also: r.title })),
});

/** inTwo gives whatever can have one a second line, as long as the first. */
export function inTwo(set: Pictures): void {
	const about = set.meeting as MeetingView;
	const step = set.step as StepView;
	set.meeting = { ...about, second: "en" };
	const next = step.next && { ...step.next, also: step.next.title };
	set.step = { ...step, next, also: step.title, ...(step.question ? { alsoAsks: step.question } : {}) };
	for (const [key, view] of Object.entries(set)) {
		const kind = key.split("/")[0];
		if (kind === "clusters") set[key] = { ...(view as ClusterView), also: (view as ClusterView).title };
		if (kind === "cards") {
			const { theme, title, question, prompts } = view as CardView;
			set[key] = { ...(view as CardView), also: { theme, title, question, prompts } };
		}
		if (kind === "slides") {
			const { title, lines, figures } = view as SlideView;
			set[key] = { ...(view as SlideView), also: { title, lines, figures } };
		}
		if (kind === "votes") {
			const vote = view as VoteView;
			set[key] = { ...vote, options: vote.options.map((o) => ({ ...o, also: o.title })) };
		}
		if (kind === "results") set[key] = rowsInTwo(view as ResultView);
		if (kind === "unveiled") set[key] = { ...(view as UnveiledView), result: rowsInTwo((view as UnveiledView).result) };
	}
}

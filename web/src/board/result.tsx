import { Bars } from "../ui/bars";
import { Empty } from "../ui/empty";
import { t } from "../words/words";
import type { View } from "./view";

/** The result of the latest count: text, bar, number. The first are solid, as many as each could choose. */
export const Result: View = ({ meeting }) => {
	const order = (vote: string) => meeting.store.get("votes", vote)?.order ?? 0;
	const result = meeting.store.list("results", (r) => -order(r.vote))[0];
	if (!result) {
		return (
			<main class="board-main res">
				<h1>{meeting.store.one("step")?.title}</h1>
				<Empty title={t("board.result_none")} />
			</main>
		);
	}
	return (
		<main
			class="board-main res"
			data-many={result.rows.length > 8 ? "" : undefined}
			data-few={result.rows.length < 5 ? "" : undefined}
		>
			<div class="heading">
				<h1>{t("board.result_title")}</h1>
				<p class="sub">{t("board.result_sub", { n: result.ballots, k: result.k })}</p>
			</div>
			<Bars
				ballots={result.ballots}
				rows={result.rows.map((r) => ({
					id: r.id,
					text: r.title,
					votes: r.marks,
					top: r.marks > 0 && r.rank <= result.k,
				}))}
			/>
		</main>
	);
};

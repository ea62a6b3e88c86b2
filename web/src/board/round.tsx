import type { GroupView } from "../gen/protocol";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { check, pen } from "../ui/icons";
import { t } from "../words/words";
import { Countdown } from "./countdown";
import type { View } from "./view";

const drawn = 16;

/** Round the table: three things to do, the clock, and how far the tables have come. Never what they have written. */
export const Round: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	const groups = meeting.store.list("groups", (g) => g.n);
	return (
		<main class="board-main task">
			<section>
				<h1>{step?.title}</h1>
				{step?.question ? (
					<p class="sub" dir="auto" data-long={step.question.length > 110 ? "" : undefined}>
						{step.question}
					</p>
				) : null}
				<ol class="steps">
					{(["board.round_1", "board.round_2", "board.round_3"] as const).map((key, i) => (
						<li key={key}>
							<span class="n">{i + 1}</span>
							{t(key)}
						</li>
					))}
				</ol>
			</section>
			<Countdown meeting={meeting} writing />
			{groups.length > drawn ? (
				<p class="big-line">{t("board.sent_of", { n: groups.filter((g) => g.sent).length, of: groups.length })}</p>
			) : (
				<ul class="hand" data-many={groups.length > 8 ? "" : undefined}>
					{groups.map((g) => (
						<Table key={g.n} group={g} />
					))}
				</ul>
			)}
		</main>
	);
};

function Table({ group }: { group: GroupView }) {
	const at = group.sent ? "sent" : group.scribe ? "scribe" : "open";
	return (
		<li class="table" data-at={at}>
			<Badge n={group.n} label={t("board.group", { n: group.n })} />
			<b>{t("board.table_people", { n: group.size })}</b>
			<span class="row">
				{at === "open" ? null : <Icon d={at === "sent" ? check : pen} />}
				{t(at === "sent" ? "board.table_sent" : at === "scribe" ? "board.table_scribe" : "board.table_no_scribe")}
			</span>
		</li>
	);
}

import { Icon } from "../ui/icon";
import { lock, pen, phone } from "../ui/icons";
import { t } from "../words/words";
import { Countdown } from "./countdown";
import type { View } from "./view";

/** Writing alone: the question, the clock, and what makes it safe to write. Nothing moves. */
export const Writing: View = ({ meeting }) => {
	const step = meeting.store.one("step");
	return (
		<main class="board-main task" data-quiet>
			<section>
				<h1>{step?.title}</h1>
				{step?.question ? (
					<p class="question" dir="auto" data-long={step.question.length > 110 ? "" : undefined}>
						{step.question}
					</p>
				) : null}
			</section>
			<Countdown meeting={meeting} writing />
			<ul class="hints">
				<li>
					<Icon d={phone} />
					{t("board.alone_1")}
				</li>
				<li>
					<Icon d={lock} />
					{t("board.alone_2")}
				</li>
				<li>
					<Icon d={pen} />
					{t("board.alone_3")}
				</li>
			</ul>
		</main>
	);
};

import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { calendar, check, flag } from "../ui/icons";
import { Two } from "./also";
import { dated } from "./dated";
import type { View } from "./view";

/** Thank you, and what happens now. */
export const Ended: View = ({ meeting }) => (
	<main class="board-main ended">
		<h1>
			<Two k="board.thanks" />
		</h1>
		<Facts meeting={meeting} />
	</main>
);

/** Facts is what the hall goes home with, who decides, and when the answer comes. */
export function Facts({ meeting }: { meeting: Meeting }) {
	const about = meeting.store.one("meeting");
	const measures = meeting.store.list("measures", (m) => m.order);
	const owned = measures.filter((m) => m.responsible).length;
	// The young have asked others to answer: that nobody among themselves has taken it on is no shortcoming.
	const tells = owned > 0 || (measures.length > 0 && !meeting.store.one("youth"));
	return (
		<dl>
			{tells ? (
				<div>
					<Icon d={check} />
					<dt>
						<Two k="board.measures_title" />
					</dt>
					<dd>
						<Two k="board.owned" with={{ n: owned, of: measures.length }} />
					</dd>
				</div>
			) : null}
			<div>
				<Icon d={flag} />
				<dt>
					<Two k="board.who_decides" />
				</dt>
				<dd dir="auto">{about?.decides || <Two k="board.not_clear" />}</dd>
			</div>
			<div>
				<Icon d={calendar} />
				<dt>
					<Two k="board.when_answer" />
				</dt>
				<dd>{about?.answerBy ? <Two k="board.by_date" {...dated(about.answerBy)} /> : <Two k="board.not_clear" />}</dd>
			</div>
		</dl>
	);
}

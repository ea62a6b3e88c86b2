import type { GroupView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Icon } from "../ui/icon";
import { check, pen } from "../ui/icons";
import { t } from "../words/words";
import { Two } from "./also";
import { Hand, pictured } from "./hand";

export const drawn = 16; // more tables than this are a number

/** Working is the tables with their cards, if they drew any, and whether they have sent. */
export function Working({ meeting }: { meeting: Meeting }) {
	const groups = meeting.store.list("groups", (g) => g.n);
	if (groups.length > drawn) {
		return (
			<p class="big-line">
				<Two k="board.sent_of" with={{ n: groups.filter((g) => g.sent).length, of: groups.length }} />
			</p>
		);
	}
	if (groups.some((g) => g.card)) return <Hand groups={groups} cards={meeting.store.all("cards")} />;
	return (
		<ul
			class="hand"
			data-many={groups.length > pictured ? "" : undefined}
			data-few={groups.length < 4 ? "" : undefined}
		>
			{groups.map((g) => (
				<Table key={g.n} group={g} />
			))}
		</ul>
	);
}

function Table({ group }: { group: GroupView }) {
	const at = group.sent ? "sent" : group.scribe ? "scribe" : "open";
	return (
		<li class="table" data-at={at}>
			<Badge n={group.n} label={t("board.group", { n: group.n })} />
			<b>
				<Two k="board.table_people" with={{ n: group.size }} />
			</b>
			<span class="row">
				{at === "open" ? null : <Icon d={at === "sent" ? check : pen} />}
				<span>
					<Two
						k={at === "sent" ? "board.table_sent" : at === "scribe" ? "board.table_scribe" : "board.table_no_scribe"}
					/>
				</span>
			</span>
		</li>
	);
}

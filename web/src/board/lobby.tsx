import type { GroupView } from "../gen/protocol";
import { Badge } from "../ui/badge";
import { Qr } from "../ui/qr";
import { Seats } from "../ui/seats";
import { t } from "../words/words";
import { Two } from "./also";
import { codeText } from "./code";
import type { View } from "./view";

const drawn = 20; // more tables than this are a number, not a picture
const dots = 400;

/** The lobby: where to go, what to write, who has come. The code is the largest thing in the room. */
export const Lobby: View = ({ meeting, address }) => {
	const about = meeting.store.one("meeting");
	const here = meeting.store.one("presence")?.here ?? 0;
	const groups = meeting.store.list("groups", (g) => g.n);
	const nowhere = address.host === ""; // no phone can reach this machine: a step without an address is none
	return (
		<main class="board-main lobby">
			<section class="how">
				<h1>
					<Two k="board.join_title" />
				</h1>
				<ol>
					{nowhere ? null : (
						<li>
							<span class="n">1</span>
							<span>
								<Two k="board.join_go" />
								<b class="host" dir="ltr" data-long={(address.host?.length ?? 0) > 30 ? "" : undefined}>
									{address.host}
								</b>
							</span>
						</li>
					)}
					<li>
						<span class="n">{nowhere ? 1 : 2}</span>
						<span>
							<Two k="board.join_code" />
							<b class="bigcode" dir="ltr">
								{codeText(about?.code)}
							</b>
						</span>
					</li>
				</ol>
			</section>
			<figure class="qrbox">
				{address.host ? <Qr room={meeting.room} alt={t("board.qr_alt")} /> : null}
				{address.host === undefined ? null : (
					<figcaption>
						<Two k={address.host ? "board.join_qr" : "refused.no_address"} />
					</figcaption>
				)}
			</figure>
			<section class="tables">
				<h2>
					{groups.length ? (
						<Two k="board.here_tables" with={{ here, tables: groups.length }} />
					) : here ? (
						<Two k="board.here" with={{ n: here }} />
					) : (
						<Two k="board.nobody" />
					)}
				</h2>
				{groups.length > 0 && groups.length <= drawn ? <Tables groups={groups} /> : <People n={here} />}
			</section>
		</main>
	);
};

/** Open seats show where latecomers will sit: at the tables that are smaller than the largest. */
export function Tables({ groups }: { groups: GroupView[] }) {
	const of = Math.max(...groups.map((g) => g.size));
	const many = groups.length > 8;
	return (
		<ul class="table-row" data-many={many ? "" : undefined} data-few={groups.length < 5 ? "" : undefined}>
			{groups.map((g) => (
				<li key={g.n}>
					{many ? <Badge n={g.n} label="" /> : <Seats n={g.n} here={g.size} of={of} />}
					{many ? <span aria-hidden="true">{g.size}</span> : null}
					<span class="vh">{t("board.table_line", { n: g.n, people: g.size })}</span>
				</li>
			))}
		</ul>
	);
}

function People({ n }: { n: number }) {
	return (
		<div class="people" aria-hidden="true" data-size={n > 120 ? "s" : n > 45 ? "m" : "l"}>
			{Array.from({ length: Math.min(n, dots) }, (_, i) => (
				<i key={i} />
			))}
		</div>
	);
}

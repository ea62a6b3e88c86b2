import type { Meeting } from "../state/meeting";
import { Qr } from "../ui/qr";
import { t } from "../words/words";
import type { Address } from "./address";
import { Two } from "./also";
import { codeText } from "./code";

/** CodeOver is the way in, large and over everything, for whoever came late. */
export function CodeOver({ meeting, address }: { meeting: Meeting; address: Address }) {
	const about = meeting.store.one("meeting");
	return (
		<section class="code-over" aria-labelledby="code-over">
			<div>
				<h2 id="code-over">
					<Two k="board.join_title" />
				</h2>
				{address.host === "" ? (
					<p class="host">
						<Two k="refused.no_address" />
					</p>
				) : (
					<p class="host" dir="ltr">
						{address.host}
					</p>
				)}
				<p class="bigcode" dir="ltr">
					{about?.locked ? <Two k="board.locked" /> : codeText(about?.code)}
				</p>
			</div>
			{about?.locked || !address.host ? null : <Qr room={meeting.room} alt={t("board.qr_alt")} />}
		</section>
	);
}

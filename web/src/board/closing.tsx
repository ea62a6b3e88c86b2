import { t } from "../words/words";
import { Facts } from "./ended";
import type { View } from "./view";

/** The last step: thanks, what happens now, and three questions on the phone. */
export const Closing: View = ({ meeting }) => (
	<main class="board-main ended">
		<div>
			<h1>{t("board.thanks")}</h1>
			<p class="question">{t("board.goodbye")}</p>
		</div>
		<Facts meeting={meeting} />
	</main>
);

import { Two } from "./also";
import { Facts } from "./ended";
import type { View } from "./view";

/** The last step: thanks, what happens now, and three questions on the phone. */
export const Closing: View = ({ meeting }) => (
	<main class="board-main ended">
		<div>
			<h1>
				<Two k="board.thanks" />
			</h1>
			<p class="question">
				<Two k="board.goodbye" />
			</p>
		</div>
		<Facts meeting={meeting} />
	</main>
);

import { Empty } from "../ui/empty";
import { Logo } from "../ui/logo";
import { t } from "../words/words";

const deleted = 4102;

/** Shut is what the board says when there is nothing to come back to, and what to do about it. */
export function Shut({ code }: { code?: number }) {
	return (
		<div class="board">
			<header class="board-top">
				<Logo />
			</header>
			<main class="board-main shut">
				<h1>{t(code === deleted ? "board.deleted" : "board.no_key")}</h1>
				<Empty title={code === deleted ? "" : t("board.no_key_hint")} />
			</main>
		</div>
	);
}

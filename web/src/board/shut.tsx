import { Empty } from "../ui/empty";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import { Outside } from "./outside";

const deleted = 4102;

/** Shut is what the board says when there is nothing to come back to, and what to do about it. */
export function Shut({ code }: { code?: number }) {
	if (code !== deleted) return <Outside title={t("board.no_key")} hint={t("board.no_key_hint")} />;
	return (
		<div class="board">
			<header class="board-top">
				<Logo />
			</header>
			<main class="board-main shut">
				<h1>{t("board.deleted")}</h1>
				<Empty title="" />
			</main>
		</div>
	);
}

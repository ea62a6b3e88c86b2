import { useEffect, useState } from "preact/hooks";
import type { Helped } from "../net/api";
import * as api from "../net/api";
import { newId } from "../net/ids";
import { Button } from "../ui/button";
import { Logo } from "../ui/logo";
import { t } from "../words/words";

const often = 2000; // between two questions whether somebody has typed the digits
const patience = 10_000;

/**
 * Outside is a machine at a projector with no board yet. It shows four digits, and whoever leads types them: nothing
 * long is copied to a machine that many use, and it leads nothing afterwards.
 */
export function Outside({ title, hint }: { title: string; hint?: string }) {
	const [id, draw] = useState(newId);
	const [told, tell] = useState<Helped>({});
	const [yes, say] = useState(false);
	useEffect(() => {
		let timer: ReturnType<typeof setTimeout>;
		let over = false;
		const ask = async () => {
			const answer = await api.waitForBoard(id, yes);
			if (over) return;
			if (answer.ok && answer.body.room) return location.replace(`/tavle/${answer.body.room}`);
			if (answer.ok) tell(answer.body);
			timer = setTimeout(ask, answer.ok ? often : Math.max(patience, answer.after * 1000));
		};
		void ask();
		return () => {
			over = true;
			clearTimeout(timer);
		};
	}, [id, yes]);
	const other = () => {
		tell({});
		draw(newId());
	};
	return (
		<div class="board">
			<header class="board-top">
				<Logo />
			</header>
			{told.title ? (
				<main class="board-main shut">
					<h1>{t("board.screen.is")}</h1>
					<p class="shut-name" dir="auto">
						{told.title}
					</p>
					<div class="row wrap">
						<Button variant="primary" aria-busy={yes} onClick={() => say(true)}>
							{t("board.screen.yes")}
						</Button>
						<Button variant="paper" onClick={other}>
							{t("board.screen.no")}
						</Button>
					</div>
				</main>
			) : (
				<main class="board-main shut">
					<h1>{title}</h1>
					<p>{t("board.screen.how")}</p>
					<output class="bigcode" dir="ltr" aria-live="polite">
						{told.digits ?? "····"}
					</output>
					{hint ? <p class="muted">{hint}</p> : null}
				</main>
			)}
		</div>
	);
}

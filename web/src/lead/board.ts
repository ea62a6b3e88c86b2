import * as api from "../net/api";
import { refused, t } from "../words/words";
import { say } from "./voice";

/** Where the panel sends a board that is open already: it opens anew if it has gone out, else nothing changes before the hall. */
const again = "#vis";

/**
 * openBoard opens the projector's page by the cookie that a machine which leads may ask for. It makes no new
 * link: that would put out the board another machine has on the wall.
 */
export async function openBoard(room: string): Promise<void> {
	// The window is opened in the click itself, or the browser takes it for an advertisement. One that is open already
	// is found by its name and left as it is: a page that is being emptied would swallow the address it is given next.
	const page = window.open("", `board-${room}`);
	const answer = await api.board(room);
	if (!answer.ok) {
		if (page?.location.href === "about:blank") page.close();
		say(refused(answer.code));
		return;
	}
	const address = `/tavle/${room}${again}`;
	if (!page) return location.assign(address);
	page.location.replace(new URL(address, location.href).href);
	page.focus();
}

/** closeBoards makes every older key and cookie of a board worthless. Nobody is shown the new key: a board is opened by a press, or by digits. */
export async function closeBoards(room: string): Promise<void> {
	const answer = await api.rotate(room, "board");
	say(answer.ok ? t("lead.about.board_done") : refused(answer.code));
}

import { api } from "../net/api";
import { notebook } from "../state/drafts";
import { refused } from "../words/words";
import { say } from "./voice";

/**
 * openBoard opens the projector's page with its key in the fragment, where no log sees it. The
 * device that made the meeting has the key; another one asks for a new link, which makes the old
 * one worthless.
 */
export async function openBoard(room: string): Promise<void> {
	const kept = notebook.read(`board:${room}`);
	// The window is opened in the click itself, or the browser takes it for an advertisement. One that is open already
	// is found by its name and left as it is: a page that is being emptied would swallow the address it is given next.
	const page = window.open("", `board-${room}`);
	const key = kept ?? (await newBoardKey(room));
	if (!key) {
		page?.close();
		return;
	}
	const address = `/tavle/${room}#${key}`;
	if (!page) return location.assign(address);
	page.location.replace(new URL(address, location.href).href);
	page.focus();
}

/** newBoardKey makes every older board link worthless. */
export async function newBoardKey(room: string): Promise<string | undefined> {
	const answer = await api.rotate(room, "board");
	if (!answer.ok) {
		say(refused(answer.code));
		return undefined;
	}
	notebook.write(`board:${room}`, answer.body.key);
	return answer.body.key;
}

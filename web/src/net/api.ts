/** What is not live goes this way. An answer is the body or a refusal with a code; never a throw. */

export type Surface = "p" | "lead" | "board" | "follow";
/** `after` is how many seconds a door that is busy asks us to wait. */
export type Answer<T> = { ok: true; body: T } | { ok: false; code: string; status: number; after: number };

export interface NewMeeting {
	title: string;
	lang: string;
	template: string;
	/** A template of one's own as JSON text, instead. */
	file?: string;
	decides: string;
	answerBy: string;
	/** The device, so that the recovery key gives the same seat again. */
	id: string;
}

export interface Made {
	room: string;
	code: string;
	key: string;
	board: string;
}

/** A new key. Of the follow-up group's also the whole link, and a picture of it. */
export interface NewKey {
	key: string;
	url: string;
	qr: string;
}

export interface TemplateLine {
	id: string;
	title: string;
	minutes: number;
	/** People it suits. */
	from: number;
	to: number;
	purpose: string[];
}

/** What somebody needs to be able to take part, by the number of the seat. */
export interface NeedLine {
	n: number;
	group: number;
	text: string;
}

/** What a link can open: a surface, or a door of the panel for somebody else than whoever made the meeting. */
export type Door = Surface | "deputy" | "assistant" | "guest" | "ung1" | "ung2" | "ung3" | "observe" | `team${number}`;

export type Purpose = "startskudd" | "ideer" | "sporsmal";

/** Which meeting suits, in a line; with no template the line says why none does. */
export interface Proposal {
	template: string;
	line: string;
}

/** A hint for the merge desk: ideas that are alike in their words, the most alike first. */
export interface Likeness {
	/** How alike a pair must be to be mentioned by itself; the rest are worth an order only. */
	mentioned: number;
	pairs: { a: string; b: string; alike: number; words: string[] }[];
}

/** What a phone outside is told: digits to show, then which meeting somebody let it into, and at last that it is in. */
export interface Helped {
	digits?: string;
	left?: number;
	title?: string;
	room?: string;
}

export interface MineRoom {
	room: string;
	surface: Surface;
	title: string;
	status: string;
	code: string;
}

/** One who would like to contribute. */
export interface Contributor {
	id: string;
	name: string;
	reach: string;
	what: string;
}

/** How far letters have come, by occasion. It names nobody. */
export interface Letters {
	/** Mail is sent from this installation. */
	on: boolean;
	letters: { purpose: string; about: string; state: "waiting" | "sent" | "failed"; n: number; at: number }[];
}

/** Whatever changes something says that it is JSON, also when there is nothing to say: the server asks for it. */
async function ask<T>(method: string, path: string, body: unknown = {}, key = ""): Promise<Answer<T>> {
	const json = { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
	const bearer = key ? { headers: { ...json.headers, Authorization: `Bearer ${key}` } } : {};
	try {
		const answer = await fetch(path, { method, ...(method === "GET" ? {} : { ...json, ...bearer }) });
		const text = await answer.text();
		const said = text === "" ? {} : JSON.parse(text);
		if (answer.ok) return { ok: true, body: said as T };
		const after = Number(answer.headers.get("Retry-After")) || 0;
		return { ok: false, code: String(said.code ?? "unknown"), status: answer.status, after };
	} catch {
		return { ok: false, code: "offline", status: 0, after: 0 };
	}
}

export const join = (code: string, id: string, as: string) =>
	ask<{ room: string }>("POST", "/api/join", { code, id, as });

export const needs = (room: string) => ask<{ needs: NeedLine[] }>("GET", `/api/rooms/${room}/needs`);

/** swap fetches the cookie of the seat that this phone has become. */
export const swap = (room: string) => ask<{ room: string }>("POST", `/api/rooms/${room}/swap`, {});

/** make plans a meeting. The operator's key is asked for in public mode only. */
export const make = (meeting: NewMeeting, operator = "") => ask<Made>("POST", "/api/meetings", meeting, operator);

export const key = (room: string, surface: Surface, key: string, id: string) =>
	ask<{ room: string }>("POST", `/api/rooms/${room}/key`, { surface, key, id });

/** leadKey is for whoever has the recovery key and not the meeting's address. */
export const leadKey = (code: string, key: string, id: string) =>
	ask<{ room: string }>("POST", "/api/key", { code, key, id });

export const templates = (lang: string) => ask<TemplateLine[]>("GET", `/api/templates?lang=${lang}`);

export const proposal = (need: URLSearchParams) => ask<Proposal>("GET", `/api/proposal?${need}`);

export const mine = () => ask<MineRoom[]>("GET", "/api/mine");

export const view = (room: string, surface: Surface) =>
	ask<unknown>("GET", `/api/rooms/${room}/view?surface=${surface}`);

export const waitForHelp = (id: string, yes: boolean) => ask<Helped>("POST", "/api/help", { id, yes });

/** waitForBoard is a machine at a projector that asks again and again whether somebody has typed its digits. */
export const waitForBoard = (id: string, yes: boolean) => ask<Helped>("POST", "/api/help", { id, yes, board: true });

export const screen = (room: string, digits: string) => ask<object>("POST", `/api/rooms/${room}/screen`, { digits });

export const giveHelp = (room: string, digits: string) => ask<object>("POST", `/api/rooms/${room}/help`, { digits });

export const slip = (room: string, vote: string) => ask<{ choice: string[] }>("GET", `/api/rooms/${room}/slip/${vote}`);

export const address = (room: string, surface: Surface) =>
	ask<{ url: string; host: string; candidates: string[]; reached: boolean }>(
		"GET",
		`/api/rooms/${room}/address?surface=${surface}`,
	);

/** board fetches the projector's cookie for a machine that leads. */
export const board = (room: string) => ask<{ room: string }>("POST", `/api/rooms/${room}/board`);

/** rotate makes older keys of a surface worthless. `as` says which of this device's own cookies asks. */
export const rotate = (room: string, surface: Door, as: Surface = "lead") =>
	ask<NewKey>("POST", `/api/rooms/${room}/links/${surface}?surface=${as}`);

/** tap makes a link to say how one measure is without a seat; older ones die. */
export const tap = (room: string, measure: string) =>
	ask<{ url: string }>("POST", `/api/rooms/${room}/taps/${measure}?surface=follow`);

export const subscribers = (room: string) =>
	ask<{ mails: string[] }>("GET", `/api/rooms/${room}/subscribers?surface=follow`);

/** letters is how far mail has come, and whether any is sent from here. */
export const letters = (room: string, as: Surface) => ask<Letters>("GET", `/api/rooms/${room}/letters?surface=${as}`);

/** askStatus asks whoever is responsible how a measure is, by mail. */
export const askStatus = (room: string, measure: string, as: Surface) =>
	ask<unknown>("POST", `/api/rooms/${room}/taps/${measure}/ask?surface=${as}`);

export const contributors = (room: string) =>
	ask<Contributor[]>("GET", `/api/rooms/${room}/contributors?surface=follow`);

/** owner makes a role's link to all of its measures; an older one dies. */
export const owner = (room: string, role: string, as: Surface) =>
	ask<{ url: string }>("POST", `/api/rooms/${room}/owners?surface=${as}`, { role });

export const likeness = (room: string) => ask<Likeness>("GET", `/api/rooms/${room}/likeness`);

/** hall tells the panel what a phone has found wrong in the hall. */
export const hall = (report: {
	code: string;
	id: string;
	net: string;
	faults: readonly string[];
	seen: number;
	begun: boolean;
}) => ask<unknown>("POST", "/api/check", report);

export const takeDeck = (room: string, file: string) => ask<unknown>("POST", `/api/rooms/${room}/deck`, { file });

/** takePicture keeps a picture for a slide, as base64. */
export const takePicture = (room: string, file: string) =>
	ask<{ id: string; wide: number; high: number }>("POST", `/api/rooms/${room}/pictures?surface=lead`, { file });

export const rehearse = (room: string, id: string) =>
	ask<{ room: string }>("POST", `/api/rooms/${room}/rehearsal`, { id });

/** finish puts a line under the report as it is now. */
export const finish = (room: string) =>
	ask<{ n: number; sum: string }>("POST", `/api/rooms/${room}/reports?surface=lead`);

export const remove = (room: string) => ask<unknown>("DELETE", `/api/rooms/${room}`);

/** socketAddress is where the room's websocket is, on the host this page came from. */
export function socketAddress(room: string, surface: Surface): string {
	const scheme = location.protocol === "https:" ? "wss:" : "ws:";
	return `${scheme}//${location.host}/api/rooms/${room}/ws?surface=${surface}`;
}

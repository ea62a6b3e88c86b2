import { lang } from "../words/words";

/** answerPage is where the answer comes. Plain Norwegian is asked for: a browser never asks for it by itself. */
export const answerPage = (room: string): string =>
	`/svar/${room}${lang.value.includes("-") ? `?lang=${lang.value}` : ""}`;

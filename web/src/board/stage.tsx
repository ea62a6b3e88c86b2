import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach } from "vitest";
import nb from "../../locales/nb.json";
import { allPhaseKind, allSlideKind, type Pictures } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import type { Address } from "./address";
import { Board } from "./board";
import { noon, type Wanted } from "./canned";

/** A board on a stage, for tests: what it shows, and somebody at its keys. */

export let page: HTMLElement;
beforeEach(() => {
	document.body.replaceChildren();
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => act(() => render(null, page)));

export function show(
	pictures: Pictures,
	options: Parameters<typeof cannedMeeting>[1] = {},
	at: Address = { host: "dugnad.eksempel.kommune.no", reached: true },
) {
	const m = cannedMeeting(pictures, { surface: "board", seat: "board", now: noon, ...options });
	act(() => render(<Board meeting={m} address={at} />, page));
	return m;
}
export const text = () => page.textContent ?? "";
export const press = (key: string) => act(() => void dispatchEvent(new KeyboardEvent("keydown", { key })));

/** Every picture an evening has. */
export const scenes: Wanted[] = [
	...allPhaseKind.flatMap((kind) => [{ kind }, { kind, long: true }]),
	...["dots", "score", "rank", "yesno"].flatMap((method): Wanted[] => [
		{ kind: "avstemning", method },
		{ kind: "resultat", method },
	]),
	{ kind: "avstemning", vote: "none" },
	{ kind: "avstemning", vote: "closed" },
	{ kind: "avstemning", vote: "cancelled" },
	{ kind: "avstemning", vote: "counted" },
	{ kind: "avstemning", vote: "hall" },
	{ kind: "resultat", vote: "hall" },
	{ kind: "resultat", vote: "early" },
	{ kind: "ansvarlig", ended: true },
	...allSlideKind.flatMap((slide): Wanted[] => [
		{ kind: "info", slide },
		{ kind: "info", slide, long: true },
	]),
	...allPhaseKind.map((kind): Wanted => ({ kind, two: true })),
	{ kind: "info", slide: "text", two: true },
	{ kind: "stemning", vote: "counted" },
	{ kind: "stemning", vote: "counted", long: true },
	{ kind: "resultat", left: 8 },
	{ kind: "resultat", left: 3 },
];

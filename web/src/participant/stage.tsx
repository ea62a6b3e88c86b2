import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach } from "vitest";
import nb from "../../locales/nb.json";
import { allPhaseKind, type Code, type Pictures } from "../gen/protocol";
import { fetchAhead } from "../phases/index";
import { atTable } from "../phases/together";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { now } from "./canned";
import { forget } from "./forget";
import { Room } from "./room";
import { Voice } from "./voice";

/** A phone on a stage, for tests: what it shows, and somebody to press it. */

export let page: HTMLElement;
beforeAll(() => Promise.all([fetchAhead(allPhaseKind), atTable.fetch()]));
beforeEach(() => {
	forget("canned");
	localStorage.clear();
	document.body.replaceChildren();
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => act(() => render(null, page)));

export function show(pictures: Pictures, options: Parameters<typeof cannedMeeting>[1] = {}) {
	const m = cannedMeeting(pictures, { now, ...options });
	act(() =>
		render(
			<>
				<Room m={m} />
				<Voice />
			</>,
			page,
		),
	);
	return m;
}
export const patch = (m: ReturnType<typeof show>, set: Pictures, del: string[] = []) =>
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set, del }));
export const text = () => page.textContent ?? "";
export const button = (name: string) => {
	const found = [...page.querySelectorAll("button")].filter(
		(b) => (b.getAttribute("aria-label") ?? b.textContent) === name,
	);
	if (!found[0])
		throw new Error(`no button ${name} among ${[...page.querySelectorAll("button")].map((b) => b.textContent)}`);
	return found[0];
};
export const press = (name: string) => act(() => button(name).click());
export const write = (selector: string, words: string) =>
	act(() => {
		const field = page.querySelector(selector) as HTMLTextAreaElement;
		field.value = words;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
export const submit = (selector: string) =>
	act(
		() =>
			void (page.querySelector(selector) as HTMLFormElement).dispatchEvent(new Event("submit", { cancelable: true })),
	);

/** landed is the server saying that what flew last is stored, or no. */
export const landed = (m: ReturnType<typeof show>, code?: Code) =>
	act(() => {
		const id = m.outbox.waiting.value[0]?.id ?? "";
		if (code) m.outbox.refused(id, code);
		else m.outbox.acked(id, 99);
	});

/** thumb is a tap at one place on the screen, a tenth of a second after the last one there; it meets whatever lies there by now. */
export function thumb(on: () => Element): void {
	at += 100;
	for (const type of ["mousedown", "click"]) {
		const e = new MouseEvent(type, { bubbles: true, cancelable: true, clientX: 100, clientY: 600, detail: 1 });
		Object.defineProperty(e, "timeStamp", { value: at });
		act(() => void on().dispatchEvent(e));
	}
}
/** wait is the thumb lifted for as long as a new tap is a new thought. */
export const wait = () => {
	at += 1000;
};
let at = 0;

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach } from "vitest";
import nb from "../../locales/nb.json";
import { noon } from "../board/canned";
import type { Pictures } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Panel } from "./panel";
import type { Tab } from "./tabs";

/** A panel on a stage, for tests: what it shows, and somebody to press it. */

const host = "192.168.10.24:8080";
export const where = { host, url: `${location.protocol}//${host}`, candidates: [], reached: true };

export let page: HTMLElement;
beforeEach(() => {
	document.body.replaceChildren();
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	go("run");
});
afterEach(() => act(() => render(null, page)));

export function go(tab: Tab) {
	location.hash = tab;
	act(() => void dispatchEvent(new HashChangeEvent("hashchange")));
}

/** show opens the panel on a tab, as who has it in the address. */
export function show(pictures: Pictures, tab: Tab = "run", options: Parameters<typeof cannedMeeting>[1] = {}) {
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now: noon, ...options });
	go(tab);
	act(() => render(<Panel m={m} where={where} />, page));
	return m;
}
export const text = () => page.textContent ?? "";
export const key = (k: string, on: EventTarget = document.body, more: KeyboardEventInit = {}) =>
	act(() => void on.dispatchEvent(new KeyboardEvent("keydown", { key: k, bubbles: true, cancelable: true, ...more })));
export const named = (name: string) => {
	const all = [...page.querySelectorAll<HTMLElement>("button, a")];
	const hit = all.find((b) => (b.getAttribute("aria-label") ?? b.textContent) === name);
	if (!hit) throw new Error(`no ${name} among ${all.map((b) => b.textContent).join(" | ")}`);
	return hit;
};
export const press = (name: string) => act(() => named(name).click());
export const write = (selector: string, words: string) =>
	act(() => {
		const field = page.querySelector(selector) as HTMLInputElement;
		field.focus();
		field.value = words;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
export const submit = (selector: string) =>
	act(() => void page.querySelector(selector)?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
export const patch = (m: ReturnType<typeof show>, set: Pictures, del: string[] = []) =>
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set, del }));

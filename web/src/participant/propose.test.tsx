import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { useWords } from "../words/words";
import { Propose } from "./propose";

let page: HTMLElement;
let asked: URLSearchParams[];
const chosen = signal("enkel-60");
const picked = signal(false);
const fits = { template: "kommune-60", line: "Vi foreslår «Kommune kort, 60 minutter»." };
let answer: object;

beforeEach(() => {
	vi.useFakeTimers();
	useWords("nb", nb);
	page = document.body.appendChild(document.createElement("div"));
	asked = [];
	answer = fits;
	chosen.value = "enkel-60";
	picked.value = false;
	Element.prototype.scrollIntoView = () => {};
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(new URL(path, "http://hall").searchParams);
		return new Response(JSON.stringify(answer));
	});
	act(() => render(<Propose lang="nb" chosen={chosen} picked={picked} />, page));
});
afterEach(() => {
	act(() => render(null, page));
	page.remove();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

const write = (id: string, words: string) =>
	act(() => {
		const field = page.querySelector(`#${id}`) as HTMLInputElement;
		field.value = words;
		field.dispatchEvent(new Event("input", { bubbles: true }));
	});
const ticks = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const button = (name: string) => [...page.querySelectorAll("button")].find((b) => b.textContent === name);
const press = (name: string) => act(() => button(name)?.click());
const line = () => page.querySelector("[role=status] > p")?.textContent;

test("nothing is asked and nothing is said before both are written", async () => {
	write("people", "6");
	await ticks(1000);
	expect(asked).toHaveLength(0);
	expect(line()).toBeUndefined();
	expect(page.querySelectorAll("button")).toHaveLength(0);
});

test("what suits is chosen at once, and said; another purpose asks again", async () => {
	write("people", "6");
	write("minutes", "6");
	write("minutes", "60");
	await ticks(500);
	expect(asked.map(String)).toEqual(["lang=nb&in=nb&purpose=ideer&people=6&minutes=60"]); // not for the 6 on the way
	expect(line()).toBe(fits.line);
	expect(chosen.value).toBe("kommune-60");
	expect(button(nb["p.propose.used"])).toBeDefined();
	press(nb["p.propose.sporsmal"]);
	await ticks(500);
	expect(asked.at(-1)?.get("purpose")).toBe("sporsmal");
});

test("to whoever has picked a meeting it is only advice, until they take it", async () => {
	chosen.value = "ung-90";
	picked.value = true;
	write("people", "6");
	write("minutes", "60");
	await ticks(500);
	expect(line()).toBe(fits.line);
	expect(chosen.value).toBe("ung-90");
	press(nb["p.propose.use"]);
	expect(chosen.value).toBe("kommune-60");
	expect(button(nb["p.propose.used"])).toBeDefined();
});

test("what cannot be done is a sentence, and nothing to press", async () => {
	answer = { template: "", line: "Med 30 personer trenger dere minst 60 minutter." };
	write("people", "30");
	write("minutes", "45");
	await ticks(500);
	expect(line()).toBe("Med 30 personer trenger dere minst 60 minutter.");
	expect(button(nb["p.propose.use"])).toBeUndefined();
	expect(chosen.value).toBe("enkel-60");
});

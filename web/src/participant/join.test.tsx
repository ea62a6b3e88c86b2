import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { useWords } from "../words/words";
import { App } from "./app";
import { Door } from "./door";
import { joining, leaveDoor, tries } from "./join";
import { route } from "./route";

let page: HTMLElement;
let asked: string[];

beforeEach(() => {
	vi.useFakeTimers();
	// Once in five hundred the wait is under a millisecond, and the next knock comes before anybody could type.
	vi.spyOn(Math, "random").mockReturnValue(0.5);
	localStorage.clear();
	useWords("nb", nb);
	document.body.replaceChildren();
	page = document.body.appendChild(document.createElement("div"));
	asked = [];
	route.value = { at: "door" };
});
afterEach(() => {
	act(() => render(null, page));
	leaveDoor();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** door answers each code as the test says. */
function door(answer: (code: string, n: number) => Response | undefined) {
	vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
		if (path !== "/api/join") return new Response("[]");
		const { code } = JSON.parse(String(init?.body)) as { code: string };
		asked.push(code);
		const said = answer(code, asked.length);
		if (!said) throw new TypeError("no network");
		return said;
	});
	act(() => render(<Door code="" />, page));
}
const no = (code: string, status: number, after?: number) =>
	new Response(JSON.stringify({ code }), { status, headers: after ? { "Retry-After": String(after) } : {} });
const field = () => page.querySelector("#code") as HTMLInputElement;
const type = (code: string) =>
	act(() => {
		field().value = code;
		field().dispatchEvent(new Event("input", { bubbles: true }));
	});
const ticks = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const text = () => page.textContent ?? "";

// A hall behind one address typed wrong twenty times; the twenty-first phone said “Blir med …” for ever.
test("a door that asks us to slow down is said at once, is waited for, and is given up", async () => {
	door(() => no("slow_down", 429, 6));
	type("ZZZZZZZZ");
	await ticks(1);
	expect(text()).toContain(nb["p.join.again"]);
	expect(text()).not.toContain(nb["p.join.joining"]);
	await ticks(5_900);
	expect(asked).toHaveLength(1);
	await ticks(10 * 60_000);
	expect(asked).toHaveLength(tries);
	expect(text()).toContain(nb["p.join.gave_up"]);
	expect(text()).not.toContain(nb["p.join.again"]);
});

test("a wait that the door asks for is kept within what a person can bear", async () => {
	door(() => no("slow_down", 429, 600));
	type("ZZZZZZZZ");
	await ticks(60_000);
	expect(asked.length).toBeGreaterThan(1);
});

const notNow: [string, () => Response | undefined][] = [
	["slow_down", () => no("slow_down", 429, 600)],
	["offline", () => undefined],
	["busy", () => no("busy", 503, 2)],
];
test.each(notNow)("a corrected code replaces the old attempt at once (%s)", async (_, answer) => {
	door((code) => (code === "AAAAAAAA" ? new Response('{"room":"r1"}') : answer()));
	type("ZZZZZZZZ");
	await ticks(1);
	expect(asked).toEqual(["ZZZZZZZZ"]);
	type("AAAAAAAA");
	await ticks(1);
	expect(asked).toEqual(["ZZZZZZZZ", "AAAAAAAA"]);
	expect(route.value).toEqual({ at: "room", room: "r1" });
	await ticks(10 * 60_000);
	expect(asked).toHaveLength(2);
});

test("a code that is being mended is not knocked with any more", async () => {
	door(() => no("slow_down", 429, 1));
	type("ZZZZZZZZ");
	await ticks(1);
	type("ZZZZZZZ");
	await ticks(60_000);
	expect(asked).toHaveLength(1);
	expect(joining.value).toEqual({ is: "idle" });
});

test("two taps are one wish", async () => {
	let open: (r: Response) => void = () => {};
	vi.stubGlobal("fetch", (path: string) => {
		if (path !== "/api/join") return Promise.resolve(new Response("[]"));
		asked.push(path);
		return new Promise<Response>((done) => {
			open = done;
		});
	});
	act(() => render(<Door code="" />, page));
	type("AAAAAAAA");
	act(() => void page.querySelector("form")?.dispatchEvent(new Event("submit", { cancelable: true })));
	expect(asked).toHaveLength(1);
	open(new Response('{"room":"r2"}'));
	await ticks(1);
	expect(route.value).toEqual({ at: "room", room: "r2" });
});

// A clock that went on after the page had gone rang in a house that was no longer there.
test.each(notNow)(
	"whoever leaves the door leaves no clock behind, nor does a code that is replaced (%s)",
	async (_, answer) => {
		door(() => answer());
		type("ZZZZZZZZ");
		await ticks(1);
		const waiting = vi.getTimerCount();
		expect(waiting).toBeGreaterThan(0);
		type("YYYYYYYY");
		await ticks(1);
		expect(vi.getTimerCount()).toBe(waiting);
		act(() => render(null, page));
		expect(vi.getTimerCount()).toBe(waiting - 1);
	},
);

// A phone that came by QR or link knocked fifty times a second on a door that had said no.
test.each(notNow)(
	"whoever comes by the code in the address knocks no oftener than whoever types it (%s)",
	async (_, answer) => {
		location.hash = "#K7Q4XP2M";
		door(() => answer());
		act(() => render(null, page));
		vi.useRealTimers(); // effects wait for a picture to be drawn
		act(() => render(<App />, page));
		await expect.poll(() => asked.length).toBeGreaterThan(0);
		const first = asked.length;
		await new Promise((drawn) => {
			let pictures = 0;
			const count = () => (++pictures > 20 ? drawn(0) : requestAnimationFrame(count));
			count();
		});
		expect(asked.length - first).toBeLessThan(3);
		location.hash = "";
	},
);

test("whoever was shown out and types the code again is told so, and whom to speak to", async () => {
	door(() => no("shown_out", 403));
	await type("K7Q4XP2M");
	await act(async () => {
		await vi.advanceTimersByTimeAsync(1);
	});
	expect(page.querySelector("#code-wrong")?.textContent).toBe(nb["refused.shown_out"]);
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { useWords } from "../words/words";
import { late } from "./coming";
import { Part } from "./part";

const files = ["/assets/a.js", "/assets/b.js"];
const yes = () => new Response("x");
const foreign = () => new Response("{}", { status: 503 });
let page: HTMLElement;

beforeEach(() => {
	vi.useFakeTimers();
	// Once in five hundred the wait is under a millisecond, and over before anybody could look.
	vi.spyOn(Math, "random").mockReturnValue(0.5);
	useWords("nb", nb);
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
	act(() => render(null, page));
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** network answers each file in turn with what is given, the last for ever. */
function network(...answers: (() => Response)[]) {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (file: string) => {
		asked.push(file);
		const answer = answers.length > 1 ? answers.shift() : answers[0];
		return answer?.();
	});
	return asked;
}
const down = () => {
	throw new TypeError("no network");
};
const ticks = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test("a part is fetched file by file before it is imported, and once however often it is asked for", async () => {
	const asked = network(yes);
	const load = vi.fn(async () => "here");
	const part = new Part("x", load, files);
	await Promise.all([part.fetch(), part.fetch()]);
	expect(part.got.value).toBe("here");
	expect(asked).toEqual(files);
	expect(load).toHaveBeenCalledTimes(1);
});

test("without network it says so, imports nothing, and comes when the network does", async () => {
	network(down, down, yes);
	const load = vi.fn(async () => "here");
	const part = new Part("x", load, files);
	const coming = part.fetch();
	await vi.advanceTimersByTimeAsync(0);
	expect([part.coming.value, part.got.value, load.mock.calls.length]).toEqual(["late", undefined, 0]);
	dispatchEvent(new Event("online"));
	await coming;
	expect(part.got.value).toBe("here");
});

test("a failed import is tried again", async () => {
	network(yes);
	const load = vi.fn(async () => "here");
	load.mockRejectedValueOnce(new TypeError("half a file"));
	const part = new Part("x", load, files);
	const coming = part.fetch();
	await vi.advanceTimersByTimeAsync(20_000);
	await coming;
	expect(part.got.value).toBe("here");
});

test("one answer of another build is waited out; many mean that the page is old", async () => {
	network(foreign, yes, yes);
	const lucky = new Part("x", async () => "here", files);
	const coming = lucky.fetch();
	await vi.advanceTimersByTimeAsync(0);
	expect(lucky.coming.value).toBe("late");
	await vi.advanceTimersByTimeAsync(20_000);
	await coming;
	expect(lucky.got.value).toBe("here");
	network(foreign);
	const old = new Part("x", async () => "here", files);
	void old.fetch();
	await vi.advanceTimersByTimeAsync(60_000);
	expect(old.coming.value).toBe("old");
});

test("a screen that is on its way has its name and its question, says when it is late, and then is there", async () => {
	network(down, down, down, down, yes);
	const part = new Part("x", async () => ({ S: () => <h1>Bordet</h1> }), files);
	const Screen = late(
		part,
		(p) => p.S,
		() => ({ title: "Rundt bordet", question: "Hva tar dere med?" }),
	);
	act(() => render(<Screen />, page));
	await ticks(0);
	expect(page.querySelector("h1")?.textContent).toBe("Rundt bordet");
	expect(page.textContent).toContain("Hva tar dere med?");
	expect(page.textContent).toContain(nb["p.load.late"]);
	await ticks(20_000);
	expect(page.querySelector("h1")?.textContent).toBe("Bordet");
});

test("a page of a build that is gone offers the one way on", async () => {
	network(foreign);
	const Screen = late(new Part("x", async () => ({ S: () => <h1>Bordet</h1> }), files), (p) => p.S);
	act(() => render(<Screen />, page));
	await ticks(60_000);
	expect(page.querySelector("h1")?.textContent).toBe(nb["p.end.old"]);
	expect(page.querySelector("button")?.textContent).toBe(nb["p.end.reload"]);
});

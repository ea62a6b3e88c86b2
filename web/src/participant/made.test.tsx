import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { useWords } from "../words/words";
import { MadeScreen } from "./made";

let page: HTMLElement;
beforeEach(() => {
	useWords("nb", nb);
	document.body.replaceChildren();
	page = document.body.appendChild(document.createElement("div"));
});
afterEach(() => {
	act(() => render(null, page));
	vi.unstubAllGlobals();
});

/** where shows the page when the server answers so, and tells which address it prints and what was asked. */
async function where(answer: () => Response): Promise<{ asked: string[]; text: string }> {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (path: string) => {
		asked.push(path);
		return answer();
	});
	const made = { room: "r1", code: "AAAAAAAA", key: "k".repeat(26), board: "b" };
	await act(async () => render(<MadeScreen made={made} />, page));
	await act(async () => void (await new Promise((done) => setTimeout(done))));
	return { asked, text: page.textContent ?? "" };
}
const known = (url: string) => () => new Response(JSON.stringify({ url, host: "", candidates: [], reached: false }));

// Printed on the machine that planned it, the page said localhost; on any other machine that is nowhere.
test("the page that is kept says the address that other machines can use", async () => {
	const { asked, text } = await where(known("http://192.168.4.20:8080"));
	expect(asked).toContain("/api/rooms/r1/address?surface=lead");
	expect(text).toContain("http://192.168.4.20:8080/led/r1");
	expect(text).not.toContain(location.origin);
});

test.each([
	["no address", known("")],
	["no answer", () => Promise.reject(new TypeError("no network")) as never],
] as const)("with %s it says the address it was made at", async (_, answer) => {
	expect((await where(answer)).text).toContain(`${location.origin}/led/r1`);
});

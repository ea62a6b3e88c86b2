import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { canned, now } from "../participant/canned";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Helping } from "./helping";

/** The neighbour's phone, which types what stands on the one beside it. */

let page: HTMLElement;
beforeEach(() => {
	useWords("nb", nb);
	page = document.body.appendChild(document.createElement("div"));
	HTMLDialogElement.prototype.showModal ??= () => {};
});
afterEach(() => {
	act(() => render(null, page));
	page.remove();
	vi.unstubAllGlobals();
});
const type = (digits: string) =>
	act(async () => {
		const field = page.querySelector("#help") as HTMLInputElement;
		field.value = digits;
		field.dispatchEvent(new Event("input", { bubbles: true }));
		await new Promise((done) => setTimeout(done));
	});

test("wrong digits are said to be so and taken away; right ones let somebody in, who is then named by number", async () => {
	const asked: string[] = [];
	const answers = [
		new Response('{"code":"not_found"}', { status: 404 }),
		new Response('{"code":"locked"}', { status: 403 }),
		new Response('{"status":"ok"}'),
	];
	vi.stubGlobal("fetch", async (url: string, { body }: RequestInit) => {
		asked.push(`${url} ${body}`);
		return answers.shift();
	});
	const m = cannedMeeting(canned.lobby as Pictures, { now });
	act(() => render(<Helping m={m} close={() => {}} />, page));
	await type("471");
	expect(asked).toEqual([]);
	await type("4711");
	expect(asked).toEqual(['/api/rooms/canned/help {"digits":"4711"}']);
	expect(page.textContent).toContain(nb["p.help.wrong"]);
	expect((page.querySelector("#help") as HTMLInputElement).value).toBe("");
	await type("4716");
	expect(page.textContent).toContain(nb["refused.locked"]);
	await type("4716");
	expect(page.textContent).toContain(nb["p.help.given"]);
	const me = (canned.lobby as Pictures)["me/s1"] as object;
	act(
		() =>
			void m.store.patched({
				t: "patch",
				from: m.store.seq.value,
				to: m.store.seq.value + 1,
				set: { "me/s1": { ...me, helped: [9] } } as Pictures,
				del: [],
			}),
	);
	expect(page.textContent).toContain("Deltaker 9 er med nå.");
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import type { StepView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { noon, vestby } from "./canned";
import { Telling } from "./telling";

let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => act(() => render(null, page)));

test.each([true, false])("that a table has sent nothing is said only where a list is due: %s", (sends) => {
	const all = vestby({ kind: "plenum" });
	const set = Object.fromEntries(Object.entries(all).filter(([k]) => !k.startsWith("ideas/")));
	set.step = { ...(set.step as StepView), sends };
	const m = cannedMeeting(set, { surface: "board", seat: "", now: noon });
	act(() => render(<Telling meeting={m} still={false} address={{ host: "h", reached: true }} />, page));
	expect(page.querySelector("h1")?.textContent).toMatch(/Gruppe \d+ forteller/);
	expect(page.textContent?.includes(nb["board.tells_none"])).toBe(sends);
});

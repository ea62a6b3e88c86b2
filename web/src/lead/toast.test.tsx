import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Ask } from "./ask";
import { Panel } from "./panel";
import { say } from "./voice";

const where = { host: "192.168.10.24:8080", url: "http://192.168.10.24:8080", candidates: [], reached: true };
let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => act(() => render(null, page)));

const toast = () => page.querySelector(".toast")?.textContent ?? "";

/** told is a panel that has just said something. */
function told() {
	const m = cannedMeeting(vestby({ kind: "runde" }), { surface: "lead", seat: "kari", now: noon });
	act(() => render(<Panel m={m} where={where} />, page));
	act(() => say("Bord 4 er flyttet"));
	expect(toast()).toBe("Bord 4 er flyttet");
	return m;
}

test("what was said in one step does not stand in the next", () => {
	const m = told();
	const { step } = vestby({ kind: "avstemning" });
	const from = m.store.seq.value;
	act(() => void m.store.patched({ t: "patch", from, to: from + 1, set: { step: step as object }, del: [] }));
	expect(toast()).toBe("");
});

test("nor beside the question that opens after it", () => {
	told();
	const asks = page.appendChild(document.createElement("div"));
	act(() => render(<Ask title="Åpne avstemningen?" yes="Åpne" onYes={() => {}} onClose={() => {}} />, asks));
	expect(toast()).toBe("");
	act(() => render(null, asks));
});

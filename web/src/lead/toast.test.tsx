import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { Ask } from "./ask";
import { Panel } from "./panel";
import { page } from "./stage";
import { say } from "./voice";

const where = { host: "192.168.10.24:8080", url: "http://192.168.10.24:8080", candidates: [], reached: true };
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

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { IdeaView, Pictures } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Panel } from "./panel";

const where = { host: "192.168.10.24:8080", url: "http://192.168.10.24:8080", candidates: [], reached: true };
let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	location.hash = "run";
});
afterEach(() => act(() => render(null, page)));

function show(pictures: Pictures, now = noon) {
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now });
	act(() => render(<Panel m={m} where={where} />, page));
	return m;
}
const asked = (m: ReturnType<typeof show>) =>
	m.outbox.waiting.value.map(({ do: name, with: what }) => ({ do: name, with: what }));
const press = (name: string) => {
	const hit = [...page.querySelectorAll<HTMLElement>("button, label")].find((b) => b.textContent?.startsWith(name));
	if (!hit) throw new Error(`no ${name}`);
	act(() => (hit.querySelector("input") ?? hit).click());
};

test("writing is stopped, texts are looked at first and the door is shut from one place", () => {
	const m = show(vestby({ kind: "plenum" }));
	press("Orden i salen");
	press("Stopp skrivingen");
	press("Se tekstene før salen");
	press("Steng døra");
	expect(asked(m)).toEqual([
		{ do: "posting.pause", with: { on: true } },
		{ do: "meeting.moderate", with: { on: true } },
		{ do: "meeting.lock", with: { on: true } },
	]);
});

test("a text is hidden in one press, and those held back are let through one by one or all at once", () => {
	const set = vestby({ kind: "sammenslaing" });
	const ids = Object.keys(set).filter((k) => k.startsWith("ideas/"));
	const [a, b] = ids as [string, string];
	for (const id of [a, b]) (set[id] as IdeaView).place = "held";
	const m = show(set);
	expect(page.textContent).toContain("2 tekster venter på deg.");
	press("Se på dem");
	press("Slipp gjennom alle 2");
	expect(asked(m).map((s) => s.do)).toEqual(["idea.release", "idea.release"]);
	press("Skjul");
	expect(asked(m).at(-1)?.do).toBe("idea.hide");
	expect(asked(m).at(-1)).not.toEqual({ do: "idea.hide", with: { id: a.slice(6) } });
});

test("twelve minutes late the panel says where to cut, and cuts in one press", () => {
	const set = vestby({ kind: "stille" });
	const timer = set.timer as { ends: number };
	const m = show(set, timer.ends + 12 * 60_000);
	expect(page.textContent).toContain("Kort ned her");
	press("Kort ned");
	expect(asked(m).length).toBeGreaterThan(1);
	expect(new Set(asked(m).map((s) => s.do))).toEqual(new Set(["step.retime"]));
});

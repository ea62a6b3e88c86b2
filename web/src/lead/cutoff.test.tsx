import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { LinkState } from "../net/socket";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { CutOff } from "./cutoff";

let page: HTMLElement;
beforeEach(() => {
	vi.useFakeTimers();
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});
afterEach(() => {
	act(() => render(null, page));
	vi.useRealTimers();
});

test("whoever leads is shown the way on by paper when the break has lasted, and no longer than it does", () => {
	const link = signal<LinkState>({ is: "offline" } as LinkState);
	const m = { ...cannedMeeting(vestby({ kind: "avstemning" }), { surface: "lead", seat: "kari", now: noon }), link };
	act(() => render(<CutOff m={m} />, page));
	act(() => void vi.advanceTimersByTime(9_000));
	expect(page.textContent).toBe("");
	act(() => void vi.advanceTimersByTime(2_000));
	expect(page.querySelector("[role=alert]")?.textContent).toBe(nb["lead.cut_off"]);
	act(() => page.querySelector("button")?.click());
	expect(page.querySelectorAll(".paper-slip").length).toBeGreaterThan(0);
	act(() => {
		link.value = { is: "online" } as LinkState;
	});
	expect(page.querySelector("[role=alert]")).toBeNull();
});

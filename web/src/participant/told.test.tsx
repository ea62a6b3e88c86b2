import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { MeView, Pictures } from "../gen/protocol";
import { cannedMeeting, type Meeting } from "../state/meeting";
import { useWords } from "../words/words";
import { canned, now } from "./canned";
import { useTold } from "./told";
import { Voice } from "./voice";

let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
});

function Told({ m }: { m: Meeting }) {
	useTold(m);
	return <Voice />;
}

/** after is what is said when the house has changed something of this seat. */
function after(from: Partial<MeView>, to: Partial<MeView>): string {
	const set: Pictures = canned.runde;
	const me = { ...(set["me/s1"] as MeView), group: 1, hand: "", ...from };
	const m = cannedMeeting({ ...set, "me/s1": me }, { now });
	act(() => render(<Told m={m} />, page));
	const patch = { t: "patch" as const, from: m.store.seq.value, to: m.store.seq.value + 1, del: [] };
	act(() => void m.store.patched({ ...patch, set: { "me/s1": { ...me, ...to } } }));
	return page.querySelector("[role=status]")?.textContent ?? "";
}

test("whoever is shown to another table is told which, and the phone shakes", () => {
	const shake = vi.fn();
	vi.stubGlobal("navigator", { ...navigator, vibrate: shake });
	expect(after({ group: 1 }, { group: 3 })).toContain("Du sitter nå i gruppe 3.");
	expect(shake).toHaveBeenCalled();
	vi.unstubAllGlobals();
});

test("a first table is no move: the screen says it", () => {
	expect(after({ group: 0 }, { group: 4 })).not.toContain("gruppe 4");
});

test("a hand that whoever leads has taken down is said to be", () => {
	expect(after({ hand: "help" }, { hand: "" })).toContain(nb["p.hand.down"]);
});

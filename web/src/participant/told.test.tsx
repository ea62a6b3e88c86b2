import { render } from "preact";
import { act } from "preact/test-utils";
import { beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { MeView, Pictures } from "../gen/protocol";
import { cannedMeeting, type Meeting } from "../state/meeting";
import { useWords } from "../words/words";
import { canned, now } from "./canned";
import { useTold } from "./told";
import { unsay, Voice } from "./voice";

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

/** after is what is said when the house has changed something of this seat, and maybe of more. */
function after(from: Partial<MeView>, to: Partial<MeView>, more: object = {}, self?: (m: Meeting) => void): string {
	const set: Pictures = canned.runde;
	const me = { ...(set["me/s1"] as MeView), group: 1, hand: "", ...from };
	const m = cannedMeeting({ ...set, "me/s1": me }, { now });
	unsay();
	act(() => render(null, page));
	act(() => render(<Told m={m} />, page));
	const patch = { t: "patch" as const, from: m.store.seq.value, to: m.store.seq.value + 1, del: [] };
	self?.(m);
	act(
		() =>
			void m.store.patched({
				...patch,
				from: m.store.seq.value,
				to: m.store.seq.value + 1,
				set: { "me/s1": { ...me, ...to }, ...more } as Pictures,
			}),
	);
	return page.querySelector(".toast")?.textContent ?? "";
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

test("a hand that whoever leads has taken down is said to be, and by whom", () => {
	for (const hand of ["help", "sound"]) {
		const said = after({ hand }, { hand: "" });
		expect(said).toContain(nb["p.hand.seen"]);
		expect(said).not.toContain(nb["p.hand.down"]);
	}
});

const lower = (m: Meeting) => act(() => void m.send("seat.hand", { why: "" }, "hand"));

test("a hand one has taken down oneself is one's own word, and is only heard", () => {
	expect(after({ hand: "help" }, { hand: "" }, {}, lower)).toBe("");
	expect(page.querySelector(".vh")?.textContent).toBe(nb["p.hand.down"]);
	const again = (m: Meeting) => {
		lower(m);
		const me = m.me.value as MeView;
		const tell = (hand: string) =>
			act(() => {
				const at = m.store.seq.value;
				for (const c of m.outbox.waiting.value) m.outbox.acked(c.id, at + 1);
				m.store.patched({ t: "patch", from: at, to: at + 1, del: [], set: { "me/s1": { ...me, hand } } });
				m.outbox.shown(at + 1);
			});
		tell("");
		tell("help");
	};
	expect(after({ hand: "help" }, { hand: "" }, {}, again)).toContain(nb["p.hand.seen"]);
});

test("whoever wanted it written is told that the note-taker has, and nothing when the step is over or the list is sent", () => {
	expect(after({ hand: "write" }, { hand: "" })).toContain(nb["p.pen.told"]);
	expect(after({ hand: "write" }, { hand: "" }, { step: { ...(canned.runde.step as object), id: "neste" } })).toBe("");
	const group = (canned.runde as Pictures)["groups/1"] as object;
	expect(after({ hand: "write" }, { hand: "" }, { "groups/1": { ...group, sent: true } })).toBe("");
	const none = { "groups/1": { ...group, scribe: false } };
	expect(after({ hand: "write" }, { hand: "" }, none)).toContain(nb["p.hand.seen"]);
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { Pictures, SeatView } from "../gen/protocol";
import { cannedMeeting, type Meeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Doors } from "./doors";
import { useLeaders } from "./leaders";
import { unsay, Voice } from "./voice";

let page: HTMLElement;
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	unsay();
});
afterEach(() => act(() => render(null, page)));

const minute = 60_000;
const leads = (seat: string, role: string, via: string, since = noon) => ({
	[`seats/${seat}`]: { ...(vestby({ kind: "runde" })["seats/lead"] as SeatView), seat, role, via, since },
});
const kari = leads("lead", "facilitator", "lead", noon - 30 * minute);

const status = () => page.querySelector("[role=status]")?.textContent ?? "";

function Panel({ m }: { m: Meeting }) {
	useLeaders(m);
	return <Voice />;
}

function panel(pictures: Pictures, seat = "lead") {
	const me = { seat, n: 0, role: "facilitator" };
	const m = cannedMeeting(
		{ ...vestby({ kind: "runde" }), [`me/${seat}`]: me, ...pictures },
		{ surface: "lead", seat, now: noon },
	);
	act(() => render(<Panel m={m} />, page));
	return m;
}

const comes = (m: Meeting, set: Pictures, del: string[] = []) =>
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set, del }));

test.each([
	["deputy", "facilitator"],
	["assistant", "assistant"],
	["guest", "assistant"],
	["lead", "facilitator"],
] as const)("those who lead are told once that another leads too, by the door: %s", (via, role) => {
	const waiting = via === "deputy" ? leads("ola", "deputy", "", 0) : {};
	const m = panel({ ...kari, ...waiting });
	expect(status()).toBe("");
	comes(m, leads("ola", role, via));
	expect(status()).toBe(nb[`lead.doors.now.${via}`]);
	act(unsay);
	comes(m, { "seats/ola": { ...leads("ola", role, via)["seats/ola"], hand: "help" } });
	expect(status()).toBe("");
});

test("whoever has just come to lead is not told of those who led before, nor of itself", () => {
	const m = panel({ ...kari }, "ola");
	comes(m, { ...leads("per", "assistant", "assistant") });
	expect(status()).toBe("");
	comes(m, { ...leads("ola", "facilitator", "deputy") });
	expect(status()).toBe("");
	comes(m, { ...leads("eva", "assistant", "guest") });
	expect(status()).toBe(nb["lead.doors.now.guest"]);
});

test("each who leads is named by the door it came by, and since when", () => {
	const m = panel({
		...leads("per", "assistant", "assistant", noon - 5 * minute),
		...kari,
		...leads("eva", "assistant", "guest", noon - 26 * 60 * minute),
		...leads("ola", "facilitator", "deputy"),
		...leads("liv", "deputy", "", 0),
	});
	act(() => render(<Doors m={m} />, page));
	const rows = [...page.querySelectorAll("li")].map((li) => [...li.querySelectorAll("span")].map((s) => s.textContent));
	expect(rows.map((r) => r[0])).toEqual([
		"Lånt prosesslederLeder siden 24. november 8.05",
		"OrdstyrerLeder siden 9.35 · Denne maskinen",
		"MedhjelperLeder siden 10.00",
		"StedfortrederLeder siden 10.05",
		"StedfortrederVenter",
	]);
});

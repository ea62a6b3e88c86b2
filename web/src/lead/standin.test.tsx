import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import type { Pictures } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { Claims } from "./claims";
import { page } from "./stage";
import { Surface } from "./surface";

const where = { host: "h", url: "http://h", candidates: [], reached: true };
const me = { seat: "ola", n: 0, role: "deputy", as: "", group: 0, scribe: false, hand: "", left: false, voted: [] };
const button = (name: string) => [...page.querySelectorAll("button")].find((b) => b.textContent === name);

function waits(standin: { until: number; kept: boolean }) {
	const pictures: Pictures = { ...vestby({ kind: "stille" }), "me/ola": me, "standins/ola": standin };
	const m = cannedMeeting(pictures, { surface: "lead", seat: "ola", now: noon });
	act(() => render(<Surface m={m} where={where} />, page));
	return m;
}

test("a deputy has one press, then only the wait for an answer, and may take it back", () => {
	const m = waits({ until: 0, kept: false });
	act(() => button(nb["lead.standin.go"])?.click());
	expect(m.sent).toEqual([{ do: "lead.claim", with: {} }]);
	const asked = waits({ until: noon + 12_000, kept: false });
	expect(page.textContent).toContain("0:12 igjen");
	expect(page.querySelectorAll("main button")).toHaveLength(1);
	act(() => button(nb["lead.standin.undo"])?.click());
	expect(asked.sent).toEqual([{ do: "lead.unclaim", with: {} }]);
});

test("a deputy is told whether the machine of whoever leads is in touch, and since when it is not", () => {
	const waiting = (led: { on: boolean; since: number } | undefined, is: "online" | "offline" = "online") => {
		const pictures: Pictures = {
			...vestby({ kind: "stille" }),
			"me/ola": me,
			"standins/ola": { until: 0, kept: false },
		};
		const passing = led ? { led } : {};
		const m = cannedMeeting(pictures, { surface: "lead", seat: "ola", now: noon, link: { is }, passing });
		act(() => render(<Surface m={m} where={where} />, page));
		return page.textContent;
	};
	expect(waiting({ on: true, since: 0 })).toContain(nb["lead.standin.there"]);
	expect(waiting({ on: false, since: noon - 120_000 })).toContain("ikke vært på nett siden 10.03.");
	expect(waiting({ on: false, since: 0 })).toContain(nb["lead.standin.none"]);
	for (const unknown of [waiting(undefined), waiting({ on: true, since: 0 }, "offline")])
		expect(unknown).not.toContain("Maskinen til ordstyreren");
});

test("after a no it may ask again", () => {
	const m = waits({ until: 0, kept: true });
	expect(page.textContent).toContain(nb["lead.standin.kept"]);
	act(() => button(nb["lead.standin.again"])?.click());
	expect(m.sent).toEqual([{ do: "lead.claim", with: {} }]);
});

test.each([
	["lead.claim.no", false],
	["lead.claim.yes", true],
] as const)("whoever leads answers the claim that stands there: %s", (key, yes) => {
	const pictures = { ...vestby({ kind: "stille" }), "claims/ola": { seat: "ola", claim: 7, until: noon + 30_000 } };
	const m = cannedMeeting(pictures, { surface: "lead", seat: "kari", now: noon });
	act(() => render(<Claims m={m} />, page));
	expect(page.textContent).toContain("0:30");
	act(() => button(nb[key])?.click());
	expect(m.sent).toEqual([{ do: "lead.answer", with: { seat: "ola", claim: 7, yes } }]);
});

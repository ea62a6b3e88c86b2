import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { noon, vestby } from "../board/canned";
import type { SeatView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { Calls } from "./calls";
import { page } from "./stage";
import type { Tab } from "./tabs";
import { Voice } from "./voice";

const status = () => page.querySelector("[role=status]")?.textContent ?? "";

/** raised is what is on the tab, and what is said, when somebody at a table asks for help. */
function raised(tab: Tab) {
	const pictures = vestby({ kind: "runde" });
	const [id, seat] = Object.entries(pictures).find(([k, v]) => k.startsWith("seats/") && (v as SeatView).group) as [
		string,
		SeatView,
	];
	const m = cannedMeeting({ ...pictures, [id]: { ...seat, hand: "" } }, { surface: "lead", seat: "kari", now: noon });
	act(() =>
		render(
			<>
				<Voice />
				<Calls m={m} tab={tab} />
			</>,
			page,
		),
	);
	const before = Number(page.querySelector(".calls [aria-hidden]")?.textContent ?? 0);
	const set = { [id]: { ...seat, hand: "help" } };
	act(() => void m.store.patched({ t: "patch", from: m.store.seq.value, to: m.store.seq.value + 1, set, del: [] }));
	return { more: Number(page.querySelector(".calls [aria-hidden]")?.textContent) - before, group: seat.group };
}

test("where it is shown it is not said as well", () => {
	const { more } = raised("run");
	expect(more).toBe(1);
	expect(status()).toBe("");
});

test("a table that asks for help is counted on the tab where it is answered, and said on every other", () => {
	const { more, group } = raised("merge");
	expect(more).toBe(1);
	expect(status()).toContain(`${group}`);
	expect(status()).toContain("hjelp");
});

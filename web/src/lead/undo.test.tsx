import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { Bar } from "./bar";
import { page } from "./stage";
import { Voice } from "./voice";

const undo = () => page.querySelector("footer button") as HTMLElement;

test("what somebody has changed since is named and said, and only the next press is for the one before", () => {
	const pictures = vestby({ kind: "runde" });
	pictures.acts = {
		acts: [
			{ act: 9, kind: "seat.placed", changed: true },
			{ act: 7, kind: "step.entered" },
		],
	};
	const m = cannedMeeting(pictures, { surface: "lead", seat: "kari", now: noon });
	act(() =>
		render(
			<>
				<Voice />
				<Bar m={m} tab="groups" />
			</>,
			page,
		),
	);
	expect(undo().textContent).toContain(nb["lead.act.seat_placed"]);
	act(() => undo().click());
	expect(m.sent).toEqual([]);
	expect(page.querySelector("[role=status]")?.textContent).toContain(nb["refused.changed"]);
	expect(undo().textContent).toContain(nb["lead.act.step_entered"]);
	act(() => undo().click());
	expect(m.sent).toEqual([{ do: "act.undo", with: { act: 7 } }]);
	act(
		() =>
			void m.store.patched({
				t: "patch",
				from: m.store.seq.value,
				to: m.store.seq.value + 1,
				set: { acts: { acts: [] } },
				del: [],
			}),
	);
	expect(page.querySelector("[role=status]")?.textContent).toContain("Angret: byttet del");
});

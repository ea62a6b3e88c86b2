import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { vestby } from "../board/canned";
import type { MeetingView } from "../gen/protocol";
import { named, page, press, show, submit, text } from "./stage";

describe("the run sheet", () => {
	const line = (title: string) =>
		act(() =>
			[...page.querySelectorAll<HTMLElement>(".plan button")].find((b) => b.textContent?.includes(title))?.click(),
		);

	test("a step is moved, held again and taken out", () => {
		const m = show(vestby({ kind: "stille" }));
		line("Pause");
		press("Flytt fram");
		expect(m.sent[0]).toEqual({ do: "step.move", with: { step: "e7", after: "e5" } });
		press("Flytt bakover");
		press("Hold den en gang til");
		line("Pause");
		press("Ta ut av planen");
		const asked = m.outbox.waiting.value.map(({ do: d, with: w }) => [d, w]);
		expect(asked).toContainEqual(["step.insert", expect.objectContaining({ after: "e7", copy: "e7" })]);
		expect(asked).toContainEqual(["step.remove", { step: "e7" }]);
		expect(page.querySelector("dialog")).toBeNull();
	});

	test("the step the room is in cannot be taken out from under it", () => {
		show(vestby({ kind: "stille" }));
		line("Skriv alene");
		expect(() => named("Ta ut av planen")).toThrow();
	});

	test("another is put in where one points, with a name from its kind", () => {
		const m = show(vestby({ kind: "stille" }));
		line("Rundt bordet");
		press("Sett inn en del etter");
		submit("dialog form");
		expect(m.sent[0]).toMatchObject({
			do: "step.insert",
			with: { after: "s2", kind: "pause", title: "Pause", minutes: 10 },
		});
	});
});

test("late, the run sheet says when the rest begins, with the plan struck, and what would not be over in time", () => {
	const set = vestby({ kind: "runde" });
	const about = set.meeting as MeetingView;
	show({ ...set, meeting: { ...about, outBy: "11:15" } });
	const rows = [...page.querySelectorAll(".plan li")];
	const here = rows.findIndex((r) => r.querySelector("[aria-current]"));
	expect(rows.slice(0, here + 1).some((r) => r.querySelector("s"))).toBe(false);
	for (const r of rows.slice(here + 1)) {
		const [now, was] = [r.querySelector(".num b"), r.querySelector(".num s")].map((e) => e?.textContent ?? "");
		expect(was).toContain("planlagt ");
		const at = (words = "") =>
			(([h = 0, m = 0]) => h * 60 + m)((/[0-9.]+$/.exec(words)?.[0] ?? "").split(".").map(Number));
		expect(at(now) - at(was)).toBe(4);
	}
	const marked = rows.map((r) => r.textContent?.includes(nb["lead.planned_out"]) ?? false);
	expect(marked.indexOf(true)).toBeGreaterThan(here);
	expect(marked.slice(marked.indexOf(true)).every(Boolean)).toBe(true);
	show(set);
	expect(text()).not.toContain(nb["lead.planned_out"]);
});

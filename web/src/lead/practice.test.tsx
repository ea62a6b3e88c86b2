import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { Practice, Report } from "./practice";
import { page } from "./stage";

const rehearsing = (...what: string[]) => {
	const set = vestby({ kind: "stille" });
	set.meeting = { ...(set.meeting as object), practice: true };
	set.rehearsal = { of: "r", mishaps: what.map((w) => ({ what: w, handled: false })) };
	return cannedMeeting(set, { surface: "lead", seat: "lead", now: noon });
};

test.each([
	["late", "#groups"],
	["child", "#run"],
] as const)("what has gone wrong just now (%s) is a way to where it is put right", (what, to) => {
	act(() => render(<Practice m={rehearsing(what)} />, page));
	const link = page.querySelector<HTMLAnchorElement>(".practice-now a");
	expect(link?.textContent).toBe(nb[`lead.practice.${what}_do`]);
	expect(link?.getAttribute("href")).toBe(to);
});

test("at the end each thing to look at says which mishap it belongs to", () => {
	act(() => render(<Report m={rehearsing("late", "child")} />, page));
	const look = [...page.querySelectorAll("[data-light=look]")].map((l) => l.textContent);
	expect(look).toContain(`${nb["lead.practice.late"]} ${nb["lead.practice.late_do"]}`);
	expect(look).toContain(`${nb["lead.practice.child"]} ${nb["lead.practice.child_do"]}`);
});

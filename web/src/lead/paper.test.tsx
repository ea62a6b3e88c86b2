import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import { noon, vestby } from "../board/canned";
import type { GroupView, VoteView } from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { Paper } from "./paper";
import { page } from "./stage";

function show(kind: "stille" | "avstemning") {
	const set = vestby({ kind });
	const m = cannedMeeting(set, { surface: "lead", seat: "lead", now: noon });
	act(() => render(<Paper m={m} onClose={() => {}} />, page));
	return { m, set };
}
const groupsOf = (set: object) =>
	Object.entries(set)
		.filter(([k]) => k.startsWith("groups/"))
		.map(([, g]) => g as GroupView);

test("a sheet for each table that people sit at, and the rest of the plan with times", () => {
	const { set, m } = show("stille");
	const tables = groupsOf(set);
	for (const g of tables) expect(page.textContent).toContain(`Gruppe ${g.n}, ${g.size} personer`);
	expect(page.querySelectorAll(".sheet")).toHaveLength(tables.length + 1);
	const left = (m.store.one("meeting")?.agenda.length ?? 0) - (m.store.one("step")?.index ?? 0);
	expect(page.querySelector(".sheet")?.querySelectorAll("tr")).toHaveLength(left);
	expect(page.querySelector(".sheet")?.textContent).toMatch(/\d\d?\.\d\d/);
	const said = m.store.one("scripts")?.say ?? {};
	for (const l of m.store.one("meeting")?.agenda.slice(m.store.one("step")?.index) ?? [])
		expect(page.querySelector(".sheet")?.textContent).toContain(said[l.id] ?? "no words");
});

test("a slip for each who is here and one in ten to spare, with the numbers of the ballot", () => {
	const { set, m } = show("avstemning");
	const people = groupsOf(set).reduce((sum, g) => sum + g.size, 0);
	const slips = page.querySelectorAll(".paper-slip");
	expect(slips).toHaveLength(Math.ceil(people * 1.1));
	const vote = m.store.list("votes", (v) => v.order)[0] as VoteView;
	for (const o of vote.options) expect(slips[0]?.textContent).toContain(`${o.n}. ${o.title}`);
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { MeView, Pictures, StepView } from "../gen/protocol";
import { keepUsual } from "../phases/half";
import { cannedMeeting } from "../state/meeting";
import { canned, now } from "./canned";
import { Ended } from "./ended";
import { moveSeat, sameSeat } from "./sameseat";
import { page, patch, press, show, submit, text, write } from "./stage";

const me = (canned.stille as Pictures)["me/s1"];
const first = canned.stille.step as StepView;
const asks = first.question;
const second = {
	...first,
	id: "skriv-2",
	question: "Hvilke barn når vi ikke?",
	earlier: [{ asks, steps: [first.id] }],
};
const back = { ...first, later: [{ asks: second.question, steps: [second.id] }] };
const box = () => page.querySelector<HTMLDetailsElement>(".begun");
const field = () => page.querySelector<HTMLTextAreaElement>("#note-text");
/** alone is whoever has written nothing yet. */
const alone = (step: StepView): Pictures =>
	({ ...Object.fromEntries(Object.entries(canned.stille).filter(([k]) => !k.startsWith("ideas/"))), step }) as Pictures;

/** crossed is a phone on which somebody wrote half a note to one question when the meeting went on to the next. */
function crossed() {
	const m = show(alone(first));
	write("#note-text", "En halv tanke om det som virker");
	patch(m, { step: second });
	return m;
}
afterEach(() => keepUsual(""));

// Fresh eyes typed under one question, and one tap made it an answer to the next, which turned its meaning round.
test("half a note stays with its question, which stands over it, and one tap sends it to no other", () => {
	const m = crossed();
	expect(field()?.value).toBe("");
	expect(box()?.open).toBe(true);
	expect(box()?.textContent).toContain(`Du skrev dette til «${asks}»`);
	expect(box()?.textContent).toContain("En halv tanke om det som virker");
	submit("#note");
	expect(m.outbox.waiting.value).toEqual([]);
});

test("it can be laid among the notes to its own question", () => {
	const m = crossed();
	keepUsual("pl");
	press(nb["p.begun.there"]);
	expect(m.sent).toMatchObject([
		{ do: "idea.post", with: { text: "En halv tanke om det som virker", step: first.id, lang: "pl" } },
	]);
	expect(m.sent[0]?.with).not.toHaveProperty("table");
	expect(page.querySelector("[aria-labelledby=my-notes] details")?.textContent).toContain("En halv tanke");
	expect(page.querySelector("[aria-labelledby=my-notes] > ul")).toBeNull();
});

test("it can be moved to this one, after what is written there already", () => {
	const m = crossed();
	write("#note-text", "De som flytter.");
	press(nb["p.begun.here"]);
	expect(field()?.value).toBe("De som flytter. En halv tanke om det som virker");
	expect(document.activeElement).toBe(field());
	expect(box()).toBeNull();
	submit("#note");
	expect(m.sent).toMatchObject([{ do: "idea.post", with: { step: second.id } }]);
});

test("what is thrown away can be had back", () => {
	crossed();
	press(nb["common.delete"]);
	expect(box()).toBeNull();
	expect(text()).toContain(nb["p.begun.gone"]);
	press(nb["common.undo"]);
	expect(box()?.textContent).toContain("En halv tanke om det som virker");
});

test("back at its question it stands in the field, and what was begun to the later one waits beside", () => {
	const m = crossed();
	write("#note-text", "Om den andre");
	patch(m, { step: back });
	expect(field()?.value).toBe("En halv tanke om det som virker");
	expect(box()?.textContent).toContain(`Du skrev dette til «${second.question}»`);
	expect(box()?.textContent).toContain("Om den andre");
});

test("another step of the same question is no other question", () => {
	const m = show(alone(first));
	write("#note-text", "Samme spørsmål");
	patch(m, { ...canned.runde, step: canned.runde.step } as Pictures);
	expect(field()?.value).toBe("Samme spørsmål");
	expect(box()).toBeNull();
});

test("notes to a later question lie under it when the meeting has gone back", () => {
	show({
		...canned.stille,
		"ideas/n1": { ...((canned.stille as Pictures)["ideas/n1"] as object), step: second.id } as never,
		step: back,
	});
	const under = page.querySelector("[aria-labelledby=my-notes] details");
	expect(under?.textContent).toContain("Fra et senere spørsmål (1)");
	expect(under?.textContent).toContain("Én fast person");
});

test.each(["avstemning", "resultat", "ansvarlig", "stemning", "pause"] as const)(
	"half a note, and notes that nobody was shown, lie folded where nothing is written: %s",
	(where) => {
		const m = show(canned.stille);
		write("#note-text", "Halvveis");
		patch(m, (canned as Record<string, Pictures>)[where] ?? {});
		expect(box()?.open).toBe(false);
		expect(box()?.querySelector("summary")?.textContent).toBe("3 tekster du ikke har delt");
		expect(box()?.textContent).toContain("Halvveis");
		expect(box()?.textContent).toContain("Én fast person");
		expect(box()?.textContent).toContain(nb["p.begun.copy"]);
		expect(box()?.textContent).not.toContain(nb["p.unsent.table"]);
	},
);

test("on the ballot it lies under what people came for", () => {
	const m = show(canned.stille);
	patch(m, canned.avstemning);
	expect(page.querySelectorAll(".begun")).toHaveLength(1);
	expect(page.querySelector(".ballot ~ .begun")).not.toBeNull();
});

test("what stood in the field of whoever wrote for the table is theirs when another takes the pen", () => {
	const m = show(canned.scribe);
	write(".add input", "Halvt punkt");
	expect(box()).toBeNull();
	patch(m, canned.runde);
	expect(page.querySelector(".add input")).toBeNull();
	expect(box()?.textContent).toContain("Halvt punkt");
	press(nb["p.begun.here"]);
	expect(field()?.value).toBe("Halvt punkt");
	expect(field()?.closest("details")?.open).toBe(true);
});

test("half a point does not go on to the next question either", () => {
	const m = show(canned.scribe);
	write(".add input", "Halvt punkt");
	const { id, question } = canned.scribe.step as StepView;
	const next = { ...(canned.scribe.step as StepView), id: "bord-2", earlier: [{ asks: question || "A", steps: [id] }] };
	patch(m, { step: next });
	expect(page.querySelector<HTMLInputElement>(".add input")?.value).toBe("");
	press(nb["p.begun.there"]);
	expect(m.sent).toMatchObject([{ do: "idea.post", with: { text: "Halvt punkt", step: id, table: true } }]);
});

test("what one was mending when all writing stopped is not lost sight of", () => {
	const m = show(canned.stille);
	press(nb["common.edit"]);
	write("#edit-text", "Halvt endret");
	patch(m, canned.avstemning);
	expect(box()?.textContent).toContain("Halvt endret");
});

test("half a measure is met in its own box, and beside the step when that is gone", () => {
	const m = show(canned.tiltak);
	press(nb["p.plan_in.new"]);
	write("dialog textarea, dialog input", "Utstyrsbua i Sandvik");
	patch(m, canned.tiltak);
	expect(box()).toBeNull();
	patch(m, canned.sammenslaing);
	expect(box()?.textContent).toContain("Utstyrsbua i Sandvik");
});

test("what somebody can take on is met in its own box too", () => {
	const m = show(canned.ansvarlig);
	press(nb["p.measure.offer"]);
	write("#role", "Klubblederen");
	patch(m, canned.ansvarlig);
	expect(box()).toBeNull();
	patch(m, { step: canned.avrunding.step });
	expect(box()?.textContent).toContain("Klubblederen");
});

test("at the end what was never shared can be read and copied before it goes", async () => {
	const m = show(canned.stille);
	write("#note-text", "Halvveis");
	patch(m, canned.thanks);
	expect(text()).toContain("2 lapper delte du ikke.");
	for (const words of ["Halvveis", "Én fast person"]) expect(box()?.textContent).toContain(words);
	const writeText = vi.fn(async () => {});
	vi.stubGlobal("navigator", { ...navigator, clipboard: { writeText } });
	await act(async () => box()?.querySelector("button")?.click());
	expect(writeText).toHaveBeenCalledWith("Halvveis");
	expect(text()).toContain(nb["p.begun.copied"]);
	vi.unstubAllGlobals();
});

test("on plain http the text is marked, to be copied by hand", async () => {
	const m = show(canned.stille);
	write("#note-text", "Halvveis");
	patch(m, canned.thanks);
	vi.stubGlobal("navigator", { ...navigator, clipboard: undefined });
	document.execCommand = () => false;
	const mark = vi.spyOn(getSelection() as Selection, "selectAllChildren");
	await act(async () => box()?.querySelector("button")?.click());
	expect((mark.mock.lastCall?.[0] as Element | undefined)?.textContent).toBe("Halvveis");
	expect(text()).toContain(nb["p.begun.marked"]);
	vi.unstubAllGlobals();
});

test("the old phone shows what was half-written on it, and what was on its way; nothing is sent from it", () => {
	const before = show(canned.stille);
	write("#note-text", "Halvt på den gamle");
	act(() => render(null, page));
	const m = cannedMeeting(before.store.dump() as Pictures, { now, link: { is: "ended", code: 4106 } });
	m.send("idea.post", { id: "x", text: "Kom ikke av gårde" });
	act(() => render(<Ended m={m} code={4106} />, page));
	expect(box()?.open).toBe(true);
	for (const words of ["Halvt på den gamle", "Kom ikke av gårde"]) expect(box()?.textContent).toContain(words);
	expect(box()?.textContent).not.toContain("Én fast person"); // that came along to the new one
	expect(m.sent).toEqual([]);
});

test("on a phone that several share the notes of its owner stay folded", () => {
	const me = { ...((canned.stille as Pictures)["me/s1"] as object), heads: 3 };
	const m = show({ ...alone(first), "me/s1": me } as never);
	write("#note-text", "Eierens");
	patch(m, { step: second });
	expect(box()?.open).toBe(false);
});

// Fresh eyes moved to another phone, and whoever came in by the old one had their choice ticked and their half note in the field.
test("whoever comes in on a phone that another has left meets nothing of theirs", () => {
	const one = show(alone(first), { seat: "s1" });
	sameSeat(one);
	write("#note-text", "En halv tanke om det som virker");
	one.send("idea.post", { id: "n1", text: "hel" });
	localStorage.setItem("vote:canned:v1", JSON.stringify({ choice: ["c1"], stored: ["c1"] }));
	localStorage.setItem("code:canned", "ABCDEFGH");
	act(() => render(null, page));
	const two = show({ ...alone(first), "me/s2": me } as Pictures, { seat: "s2" });
	act(() => sameSeat(two));
	expect(field()?.value).toBe("");
	expect(box()).toBeNull();
	expect(localStorage.getItem("vote:canned:v1")).toBeNull();
	expect(localStorage.getItem("code:canned")).toBe("ABCDEFGH");
	act(() => sameSeat(two));
	write("#note-text", "Mitt eget");
	act(() => sameSeat(two));
	expect(field()?.value).toBe("Mitt eget");
});

test("a phone that gets another seat and keeps its person keeps their words", () => {
	sameSeat(show(alone(first), { seat: "s1" }));
	write("#note-text", "En halv tanke");
	moveSeat("canned");
	const m = show({ ...alone(first), "me/s2": me } as Pictures, { seat: "s2" });
	act(() => sameSeat(m));
	expect(field()?.value).toBe("En halv tanke");
});

test("where the seat was given to another phone, what was begun lies folded, to be copied", () => {
	const m = crossed();
	act(() => render(<Ended m={m} code={4107} />, page));
	expect(box()?.open).toBe(false);
	expect(box()?.textContent).toContain("En halv tanke om det som virker");
	expect(box()?.textContent).toContain(nb["p.begun.left"]);
});

test("on a shared phone half a note of one step is not before whoever has it in the next", () => {
	const m = show({ ...alone(first), "me/s1": { ...(me as MeView), heads: 3 } } as Pictures);
	write("#note-text", "Bare min");
	patch(m, { step: { ...(canned.runde.step as StepView), id: "runde-1" } });
	expect([...page.querySelectorAll("textarea, input")].map((f) => (f as HTMLInputElement).value)).not.toContain(
		"Bare min",
	);
	expect(box()?.open).toBe(false);
	expect(box()?.textContent).toContain("Bare min");
});

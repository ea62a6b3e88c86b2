import { act } from "preact/test-utils";
import { beforeAll, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { canned } from "../participant/canned";
import { button, landed, page, patch, press, show, submit, text, thumb, wait, write } from "../participant/stage";
import { interpreting } from "./index";
import { atTable } from "./together";

const shown = (set: Pictures, key: string) => set[key] as object;
const me = (more: object): Pictures => ({ "me/s1": { ...shown(canned.stille, "me/s1"), ...more } });
const idea = (id: string, more: object): Pictures => ({
	[`ideas/${id}`]: { ...shown(canned.runde, "ideas/t1"), id, order: 30, ...more },
});
beforeAll(() => Promise.all([interpreting.fetch(), atTable.fetch()]));
const sent = (m: ReturnType<typeof show>) => m.outbox.waiting.value.map((c) => [c.do, c.with]);
const choose = (select: string, value: string) => {
	const field = page.querySelector(select) as HTMLSelectElement;
	field.value = value;
	act(() => void field.dispatchEvent(new Event("change", { bubbles: true })));
};

test("whoever writes in their own language says so once, and the phone remembers it", () => {
	const m = show(canned.stille);
	choose("#note-lang", "uk");
	write("#note-text", "Спільний автобус");
	submit("#note");
	expect(sent(m)).toEqual([
		["idea.post", { id: expect.any(String), text: "Спільний автобус", step: "skriv", lang: "uk" }],
	]);
	expect(page.querySelector(".slip [lang=uk]")?.textContent).toBe("Спільний автобус");
	expect((page.querySelector("#note-lang") as HTMLSelectElement).value).toBe("uk");
	expect([...page.querySelectorAll("#note-lang option")].at(-1)?.textContent).toBe(nb["p.note.lang_other"]);
});

test("whoever has not found the language is offered it by the look of the letters, in one tap, and need not answer", async () => {
	const m = show(canned.stille);
	const offered = () => [...page.querySelectorAll("#note .callout-box button")].map((b) => b.textContent);
	write("#note-text", "Vi trenger buss");
	await vi.waitFor(() => expect(offered()).toEqual([]));
	write("#note-text", "نحتاج إلى حافلة");
	await vi.waitFor(() => expect(offered()).toEqual(["العربية", "فارسی", nb["p.note.lang_other"]]));
	submit("#note");
	expect(sent(m)).toEqual([["idea.post", { id: expect.any(String), text: "نحتاج إلى حافلة", step: "skriv" }]]);
	write("#note-text", "نحتاج إلى حافلة");
	press("العربية");
	expect((page.querySelector("#note-lang") as HTMLSelectElement).value).toBe("ar");
	expect(button("العربية").getAttribute("aria-pressed")).toBe("true");
	submit("#note");
	expect(sent(m).at(-1)).toEqual([
		"idea.post",
		{ id: expect.any(String), text: "نحتاج إلى حافلة", step: "skriv", lang: "ar" },
	]);
	// It is remembered, and not asked again.
	write("#note-text", "شكرا جزيلا");
	expect(offered()).toEqual([]);
});

test("where the field still says the language of an earlier note, what is typed now is offered, and Norwegian in one tap", async () => {
	const m = show(canned.stille);
	const offered = () => [...page.querySelectorAll("#note .callout-box button")].map((b) => b.textContent);
	const said = () => (page.querySelector("#note-lang") as HTMLSelectElement).value;
	const norsk = nb["p.note.lang_none"];
	choose("#note-lang", "ar");
	write("#note-text", "شكرا جزيلا");
	await vi.waitFor(() => expect(offered()).toEqual([]));
	write("#note-text", "SFO");
	expect(offered(), "a name of few letters is nothing to go by").toEqual([]);
	write("#note-text", "Buss heim etter trening");
	expect(offered()).toEqual([norsk]);
	// It need not be answered, and nothing is changed for whoever does not.
	submit("#note");
	expect(sent(m).at(-1)?.[1]).toMatchObject({ text: "Buss heim etter trening", lang: "ar" });
	write("#note-text", "Buss heim etter trening");
	press(norsk);
	expect(said()).toBe("");
	expect(button(norsk).getAttribute("aria-pressed")).toBe("true");
	submit("#note");
	expect(sent(m).at(-1)?.[1]).toEqual({ id: expect.any(String), text: "Buss heim etter trening", step: "skriv" });
	// It is remembered, and not asked again.
	write("#note-text", "Varm mat");
	expect(offered()).toEqual([]);
	write("#note-text", "شكرا جزيلا");
	expect(offered()).toContain("العربية");
	choose("#note-lang", "ar");
	write("#note-text", "Спільний автобус");
	expect(offered()).toEqual(["Українська", nb["p.note.lang_other"]]);
	for (const lang of ["pl", "und"]) {
		choose("#note-lang", lang);
		write("#note-text", "Potrzebujemy autobusu");
		expect(offered(), "written in our letters, or in any").toEqual([]);
	}
	choose("#note-lang", "");
});

test("so is whoever writes a point straight onto the list, and only for that point", async () => {
	const m = show(canned.scribe);
	write(".add .ds-input", "Спільний автобус");
	await vi.waitFor(() => press("Українська"));
	submit(".add");
	write(".add .ds-input", "Felles buss");
	submit(".add");
	expect(sent(m).map(([, w]) => (w as { lang?: string }).lang)).toEqual(["uk", undefined]);
});

test("an unread point is not laid aside before somebody has said what it says", () => {
	const m = show({ ...canned.scribe, ...idea("u1", { text: "<b>ሰላም</b>", lang: "und", norsk: "", unread: true }) });
	expect(text()).toContain(nb["p.norsk.unread"]);
	const asides = [...page.querySelectorAll("button")].filter((b) => b.textContent === nb["p.table.aside"]);
	act(() => asides.at(-1)?.click());
	expect(m.outbox.waiting.value).toEqual([]);
	press(nb["p.norsk.heard"]);
	expect(sent(m)).toEqual([
		["idea.hear", { id: "u1" }],
		["idea.aside", { id: "u1" }],
	]);
	expect(text()).not.toContain(nb["p.norsk.unread"]);
	expect(page.querySelector(".slip b")).toBeNull();
});

test("a Norwegian line stands beneath what was written at once, and says that it is only saved", () => {
	const m = show({ ...canned.scribe, ...idea("u1", { text: "ሰላም", lang: "ti", norsk: "", unread: true }) });
	press(nb["p.norsk.write"]);
	press(nb["common.save"]);
	expect(text()).toContain(nb["p.norsk.empty"]);
	write("#norsk-text", "<i>Fred</i>");
	press(nb["common.save"]);
	expect(sent(m)).toEqual([["idea.translate", { id: "u1", text: "<i>Fred</i>" }]]);
	expect(page.querySelector(".norsk [lang=nb]")?.textContent).toBe("<i>Fred</i>");
	landed(m);
	expect(page.querySelector(".slip i")).toBeNull();
});

test("what was written first is shown to the table, and can be put back", () => {
	const m = show({ ...canned.scribe, "wordings/t1": { id: "t1", first: "Byss <b>nå</b>" } });
	expect(page.querySelector(".first bdi")?.textContent).toBe("Byss <b>nå</b>");
	press(nb["p.table.edit"]);
	press(nb["p.first.back"]);
	press(nb["common.save"]);
	expect(sent(m)).toEqual([["idea.edit", { id: "t1", text: "Byss <b>nå</b>" }]]);
});

test("one tap asks the scribe to write, and only the scribe is told that somebody did", () => {
	const m = show(canned.stille);
	press(nb["p.pen.ask"]);
	expect(sent(m)).toEqual([["seat.hand", { why: "write" }]]);
	expect(text()).toContain(nb["p.pen.asked"]);
	press(nb["p.pen.off"]);
	expect(text()).not.toContain(nb["p.pen.asked"]);
	patch(m, { ...me({ scribe: true }), "wishes/s1": { n: 1 } });
	expect(text()).toContain("Én ved bordet vil heller si det");
	press(nb["p.pen.done"]);
	expect(sent(m).at(-1)).toEqual(["pen.lend", {}]);
});

test("the second of two taps on a wish, or on its end, is not the other", () => {
	show(canned.stille);
	wait();
	thumb(() => button(nb["p.pen.ask"]));
	thumb(() => button(nb["p.pen.off"]));
	expect(text()).toContain(nb["p.pen.asked"]);
	wait();
	thumb(() => button(nb["p.pen.off"]));
	thumb(() => button(nb["p.pen.ask"]));
	expect(text()).not.toContain(nb["p.pen.asked"]);
});

test("who has called for whoever leads is not offered what would take the call back", () => {
	const m = show(canned.stille);
	patch(m, me({ hand: "help" }));
	expect(() => button(nb["p.pen.ask"])).toThrow();
	expect(() => button(nb["p.pen.off"])).toThrow();
	patch(m, me({ hand: "" }));
	expect(button(nb["p.pen.ask"])).toBeTruthy();
});

test("an interpreter reads what comes and what will be said, has nothing to vote with, and one line to write", () => {
	const say = "Nå stemmer dere.";
	const steps = [
		{ id: "stem", kind: "avstemning", title: "Hemmelig avstemning", question: "", say, minutes: 4 },
		{ id: "svar", kind: "resultat", title: "Resultatet", question: "Hva nå?", say: "Her er svaret.", minutes: 5 },
	];
	show({ ...canned.avstemning, ...me({ as: "tolk", interprets: true }), ahead: { steps } });
	for (const words of [nb["p.tolk.is"], nb["p.tolk.vote"], say, "Her er svaret.", "Egen koordinator for fritid"])
		expect(text()).toContain(words);
	expect(page.querySelectorAll("main input, main fieldset").length).toBe(0);
	const m = show({ ...canned.runde, ...me({ as: "tolk", interprets: true }), ahead: { steps } });
	expect(page.querySelector("#note, .add")).toBeNull();
	expect(() => button(nb["p.table.keep"])).toThrow();
	press(nb["p.norsk.write"]);
	write("#norsk-text", "Felles buss");
	press(nb["common.save"]);
	expect(sent(m)[0]?.[0]).toBe("idea.translate");
});

test("an interpreter reads out what the mood asks, and answers nothing", () => {
	show({ ...canned.stemning, ...me({ as: "tolk", interprets: true }) });
	for (const words of [nb["p.tolk.vote"], "Her er det lett å finne på noe", `1 = ${nb["common.mood_low"]}`])
		expect(text()).toContain(words);
	expect(page.querySelectorAll("main input, main fieldset").length).toBe(0);
});

test("an interpreter is told to say what is said in a step that only a newer server knows", () => {
	const step = { ...shown(canned.runde, "step"), kind: "dans" } as Pictures[string];
	show({ ...canned.runde, ...me({ as: "tolk", interprets: true }), step });
	expect(text()).toContain(nb["p.tolk.listen"]);
});

test("an interpreter is shown what came of the vote and the measures, to say them aloud, and is asked once who she is here as", () => {
	const tolk = me({ as: "tolk", interprets: true });
	for (const [name, set] of [
		[nb["p.result.title"], canned.resultat],
		[nb["p.measure.title"], canned.ansvarlig],
	] as const) {
		show({ ...set, ...tolk });
		expect(page.querySelectorAll(`ol[aria-label="${name}"] > li`).length).toBeGreaterThan(1);
		expect(text()).not.toContain(nb["p.norsk.write"]);
	}
	show({ ...canned.lobby, ...tolk });
	expect([...page.querySelectorAll("label")].filter((x) => x.textContent === nb["p.as.is"]).length).toBe(1);
});

test("an interpreter is shown the cards that the one beside her can choose between, and nothing of what is chosen", () => {
	const [first, second, third] = ["K-01", "K-05", "K-J"] as const;
	const hand = [third, first, second];
	const pick = { id: "pick:1", hand, cast: 2, of: 4, tied: [] as string[] };
	const read = () => [...page.querySelectorAll("[aria-labelledby=hand] li b")].map((b) => b.textContent);
	const titles = (ids: readonly string[]) => ids.map((id) => m.store.get("cards", id)?.title);
	const m = show({ ...canned.waitCard, ...me({ as: "tolk", interprets: true }), "picks/pick:1": pick });
	expect(read()).toEqual(titles(hand));
	expect(text()).toContain(nb["p.pick.how"]);
	expect(text()).not.toContain("2 av 4");
	expect(page.querySelector("[aria-labelledby=hand] button")).toBeNull();
	patch(m, { "picks/pick:1": { ...pick, tied: [first, third] } });
	expect(read()).toEqual(titles([first, third]));
	expect(text()).toContain(nb["p.pick.tied"]);
	patch(m, {}, ["picks/pick:1"]);
	expect(read()).toEqual([]);
});

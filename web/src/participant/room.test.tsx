import { options, render } from "preact";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { allAffiliation, type PhaseKind, type Pictures } from "../gen/protocol";
import { fetchAhead } from "../phases/index";
import { Slip } from "../ui/slip";
import { say } from "../words/say";
import { canned, now } from "./canned";
import { button, landed, page, patch, press, show, submit, text, write } from "./stage";

test.each(Object.entries(canned))(
	"%s has one heading, words for everything, and a name on every button",
	(_, pictures) => {
		show(pictures);
		expect(page.querySelectorAll("h1")).toHaveLength(1);
		expect(page.querySelectorAll("main")).toHaveLength(1);
		expect(page.querySelectorAll("[role=status]")).toHaveLength(1);
		expect(text()).not.toMatch(/\b(p|common|refused)\.[a-z_]+/);
		expect(text()).not.toMatch(/[{}]|undefined|NaN/);
		for (const b of page.querySelectorAll("button")) expect(b.getAttribute("aria-label") ?? b.textContent).not.toBe("");
		for (const f of page.querySelectorAll("input, textarea, select")) {
			const named = f.getAttribute("aria-label") || f.closest("label") || page.querySelector(`label[for="${f.id}"]`);
			expect(named, f.outerHTML).toBeTruthy();
		}
		expect(document.title).toContain(page.querySelector("h1")?.textContent);
	},
);

test("a newer server may tell of steps and things that this page does not know: it says what it can", async () => {
	const unknown = { id: "ny", kind: "dans", title: "Vi danser", question: "Hvem fører?" };
	const step = { ...canned.stille.step, ...unknown } as Pictures[string];
	show({ ...canned.stille, step, "novelties/n1": { id: "n1" }, novelty: {} } as Pictures);
	expect(page.querySelector("h1")?.textContent).toBe("Vi danser");
	expect(text()).toContain("Hvem fører?");
	await fetchAhead(["dans" as PhaseKind]);
});

test("a note is shown at once as saved, and as received when the server has it", () => {
	const m = show(canned.stille);
	write("#note-text", "Spør familiene på språkkafeen");
	submit("#note");
	expect(m.sent).toMatchObject([{ do: "idea.post", with: { text: "Spør familiene på språkkafeen" } }]);
	expect(text()).toContain("Spør familiene på språkkafeen");
	expect(text()).toContain("Lagret på telefonen");
	act(() => m.outbox.acked(m.outbox.waiting.value[0]?.id ?? "", 99));
	expect(text()).not.toContain("Lagret på telefonen");
});

test("an empty note is not sent, and says why at the field", () => {
	const m = show(canned.stille);
	submit("#note");
	expect(m.sent).toEqual([]);
	expect(page.querySelector("#note-wrong")?.textContent).toBe(nb["p.note.empty"]);
	expect(page.querySelector("#note-text")?.getAttribute("aria-invalid")).toBe("true");
});

test("a thumb that taps twice adds once, and is told nothing", () => {
	const m = show(canned.stille);
	write("#note-text", "Felles buss");
	submit("#note");
	submit("#note");
	expect(m.sent.length).toBe(1);
	expect(page.querySelector("#note-wrong")?.textContent).toBe("");
	expect(page.querySelector("#note-text")?.getAttribute("aria-invalid")).toBe("false");
});

test("nor does one that taps twice on a point for the table's list", () => {
	const m = show(canned.scribe);
	write(".add .ds-input", "Felles buss");
	submit(".add");
	submit(".add");
	expect(m.sent.length).toBe(1);
	expect(page.querySelector("#point-wrong")?.textContent).toBe("");
	expect(page.querySelector(".add .ds-input")?.getAttribute("aria-invalid")).toBe("false");
});

test("everything that can be said by the hand has a picture, for whoever reads little", () => {
	show(canned.stille);
	press(nb["p.hand"]);
	const words = [...page.querySelectorAll("dialog .choices button")];
	expect(words.map((b) => b.textContent)).toContain(nb["p.hand.leave"]);
	expect(words.filter((b) => !b.querySelector("svg")).map((b) => b.textContent)).toEqual([]);
});

test("nor are those who read little left with words alone for what they are here as", () => {
	show(canned.present);
	const roles = [...page.querySelectorAll("fieldset .ds-button")];
	const drawn = roles.map((b) => b.querySelector("svg path")?.getAttribute("d"));
	expect(roles.length).toBe(allAffiliation.length);
	expect(new Set(drawn).size).toBe(allAffiliation.length);
});

test("whoever came in by a QR code is shown the languages on the first screen, and only there", () => {
	const m = show(canned.present);
	expect(page.querySelector("main .language")).not.toBeNull();
	patch(m, { "me/s1": { ...((canned.present as Pictures)["me/s1"] as object), as: "innbygger" } as never });
	expect(page.querySelector("h1")?.textContent).toBe("Du sitter i gruppe 1");
	expect(page.querySelector("main .language")).toBeNull();
	// Young people are not asked what they are: their first screen is the waiting.
	patch(m, { youth: { open: false } as never });
	expect(page.querySelector("main .language")).not.toBeNull();
});

test("too much is said once, before and after it is tried sent", () => {
	show(canned.stille);
	write("#note-text", "Å".repeat(300));
	const said = () => {
		const shown = [...page.querySelectorAll("main p")].filter((p) => !p.hasAttribute("hidden"));
		return shown.filter((p) => p.textContent === "Teksten er 20 tegn for lang.").length;
	};
	expect(said()).toBe(1);
	submit("#note");
	expect(said()).toBe(1);
	expect(page.querySelector("#note-wrong")?.textContent).toBe("Teksten er 20 tegn for lang.");
});

test("a step that has just begun has no more time left than it was given", () => {
	const timer = { ends: now + 480_900, left: 0, total: 480_000 };
	show({ ...canned.stille, timer });
	expect(page.querySelector(".timer .num")?.textContent).toBe("8:00 igjen");
});

test("a draft survives the step it was written in, and is offered to the table", () => {
	const m = show({ ...canned.stille });
	write("#note-text", "Mange spør treneren");
	patch(m, canned.unsentTable);
	expect(page.querySelector(".begun")?.textContent).toContain("Mange spør treneren");
	press(nb["p.unsent.table"]);
	expect(m.sent).toMatchObject([{ do: "idea.post", with: { text: "Mange spør treneren", table: true } }]);
	expect(page.querySelector(".begun")?.textContent).not.toContain("Mange spør treneren");
});

test("a new step takes the focus to its heading and names the page", () => {
	const m = show(canned.stille);
	patch(m, canned.sammenslaing);
	expect(document.activeElement?.tagName).toBe("H1");
	expect(document.activeElement?.textContent).toBe("Slå sammen forslag som ligner");
	expect(document.title).toBe("Slå sammen forslag som ligner – dugnad");
});

test("a note the meeting did not take stays, with the way on", () => {
	const m = show(canned.sammenslaing);
	const id = m.send("idea.post", { id: "x", text: "For sent ute" });
	act(() => m.outbox.refused(id, "closed"));
	expect(text()).toContain("For sent ute");
	expect(text()).toContain(nb["refused.closed"]);
	press(nb["p.unsent.table"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "idea.post", with: { text: "For sent ute", table: true } });
});

test("whoever is not the note-taker reads the list; the note-taker works on it", () => {
	show(canned.runde);
	expect(text()).not.toContain(nb["p.table.aside"]);
	act(() => render(null, page));
	const m = show(canned.scribe);
	act(() => [...page.querySelectorAll("button")].find((b) => b.textContent === nb["p.table.aside"])?.click());
	expect(m.sent).toEqual([{ do: "idea.aside", with: { id: "t1" } }]);
	expect(text()).toContain("2 tatt med");
});

/** drawnIn are the slips that are drawn while something is done, by what stands on them. */
function drawnIn(doing: () => void): string[] {
	const drawn: string[] = [];
	const was = options.diffed;
	options.diffed = (vnode) => {
		if (vnode.type === Slip) drawn.push((vnode.props as unknown as { text: string }).text);
		was?.(vnode);
	};
	try {
		doing();
	} finally {
		if (was) options.diffed = was;
		else delete options.diffed;
	}
	return drawn;
}

// Of two hundred and forty points every one was drawn again when one came.
test.each(["runde", "scribe"] as const)("when one point changes its row alone is drawn again (%s)", (view) => {
	const m = show(canned[view]);
	const [first, second] = [...m.store.all("ideas").values()].filter((i) => i.place === "table");
	const notes = [...m.store.all("ideas").values()].filter((i) => i.place === "private").map((i) => i.text);
	const told = (text: string) => patch(m, { [`ideas/${first?.id}`]: { ...first, text } } as Pictures);
	const rows = (doing: () => void) => drawnIn(doing).filter((text) => !notes.includes(text));
	expect(rows(() => told("Sagt anderledes"))).toEqual(["Sagt anderledes"]);
	expect(text()).toContain("Sagt anderledes");
	if (view === "runde") return;
	// One's own act is drawn on its own row, and what it is laid over stays as it is.
	expect(rows(() => act(() => void m.send("idea.aside", { id: second?.id ?? "" })))).toEqual([second?.text]);
});

test("what else a point is lies behind one button; a mark is taken back by the same tap, and the others see it", () => {
	const m = show(canned.scribe);
	expect(page.querySelector(".signs")).toBeNull();
	press(nb["p.more"]);
	expect(button(nb["p.more"]).getAttribute("aria-expanded")).toBe("true");
	const mark = () =>
		[...page.querySelectorAll("button")].find((b) => b.textContent === nb["common.sign.hindring"]) as HTMLButtonElement;
	act(() => mark().click());
	expect(m.sent).toEqual([{ do: "idea.sign", with: { id: "t1", sign: "hindring" } }]);
	expect(mark().getAttribute("aria-pressed")).toBe("true");
	act(() => mark().click());
	expect(mark().getAttribute("aria-pressed")).toBe("false");
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "idea.sign", with: { id: "t1", sign: "" } });
	act(() => render(null, page));
	show({
		...canned.runde,
		"ideas/t1": { ...canned.runde["ideas/t1" as keyof typeof canned.runde], sign: "hindring" },
	});
	expect(text()).toContain(nb["common.sign.hindring"]);
});

test("the list is sent once, after a question", () => {
	const m = show(canned.scribe);
	press("Send 3 til plenum");
	expect(m.sent).toEqual([]);
	act(() => (page.querySelector("dialog .ds-button[data-variant=primary]") as HTMLElement).click());
	expect(m.sent).toEqual([{ do: "group.send", with: {} }]);
});

const sendButton = () =>
	[...page.querySelectorAll<HTMLElement>("footer button")].find((b) => b.textContent?.startsWith("Send "));

test("with nothing to send the foot says what to do, and has no button that sends", () => {
	const none = Object.fromEntries(Object.entries(canned.scribe).filter(([key]) => !key.startsWith("ideas/t")));
	const m = show(none);
	expect(sendButton()).toBeUndefined();
	expect(page.querySelector("footer")?.textContent).toContain(nb["p.table.send_none"]);
	patch(m, { "ideas/t1": canned.scribe["ideas/t1" as keyof typeof canned.scribe] });
	expect(sendButton()?.textContent).toBe("Send 1 til plenum");
	expect(sendButton()?.dataset.variant).toBe("primary");
	expect(page.querySelector("footer")?.textContent).not.toContain(nb["p.table.send_none"]);
});

test("a table without a note-taker may send, but is not urged to", () => {
	show({ ...canned.runde, "groups/1": { n: 1, size: 6, scribe: false, sent: false, card: "" } });
	expect(sendButton()?.dataset.variant).toBe("secondary");
});

test("a list that the table goes on with later cannot be sent yet", () => {
	const m = show(canned.early);
	expect(sendButton()).toBeUndefined();
	expect(page.querySelector("footer")?.textContent).toContain(nb["p.table.later"]);
	patch(m, { step: canned.scribe.step });
	expect(sendButton()?.textContent).toBe("Send 3 til plenum");
});

test("where one story is told the phone holds no list that has not been sent", () => {
	show({ ...canned.lateTurn, step: { ...canned.lateTurn.step, sends: false } });
	expect(text()).not.toContain(nb["p.table.unsent"]);
	expect(sendButton()).toBeUndefined();
});

test("whoever writes opens the list again until proposals are laid together", () => {
	const sent = { "groups/1": { n: 1, size: 6, scribe: true, sent: true, card: "" } };
	show({ ...canned.sent });
	expect(text()).not.toContain(nb["p.table.reopen"]);
	act(() => render(null, page));
	const m = show({ ...canned.scribe, ...sent });
	press(nb["p.table.reopen"]);
	expect(m.sent).toEqual([{ do: "group.reopen", with: {} }]);
	patch(m, { step: { ...canned.scribe.step, opens: false } });
	expect(text()).not.toContain(nb["p.table.reopen"]);
});

test("a ballot hands itself in at each tap, keeps to its number, and takes back", () => {
	const m = show(canned.avstemning);
	const boxes = () => [...page.querySelectorAll<HTMLInputElement>(".ballot input")];
	const tap = (n: number) => act(() => boxes()[n]?.click());
	for (const n of [0, 5, 2]) tap(n);
	expect(text()).toContain("3 av 3 stemmer brukt");
	tap(7);
	expect(text()).toContain(nb["p.vote.spent"]);
	tap(5);
	expect(boxes().map((b) => b.checked)).toEqual([true, false, true, false, false, false, false, false]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({
		do: "ballot.cast",
		with: { vote: "v1", choice: ["c0", "c2"] },
	});
});

test("a ballot says saved until the server has it, and a change that came too late is taken back", () => {
	const m = show(canned.avstemning);
	const tap = (n: number) => act(() => page.querySelectorAll<HTMLInputElement>(".ballot input")[n]?.click());
	tap(0);
	expect(text()).toContain(nb["p.vote.sending"]);
	act(() => m.outbox.acked(m.outbox.waiting.value[0]?.id ?? "", 70));
	expect(text()).toContain(nb["p.vote.done"]);
	tap(3);
	act(() => m.outbox.refused(m.outbox.waiting.value[0]?.id ?? "", "closed"));
	expect(text()).toContain(nb["p.vote.late.kept"]);
	expect([...page.querySelectorAll<HTMLInputElement>(".ballot input")].map((b) => b.checked).indexOf(true)).toBe(0);
	expect(page.querySelectorAll(".ballot input:checked")).toHaveLength(1);
});

test("after the count one's own choices are marked from the phone's memory alone", () => {
	const m = show(canned.avstemning);
	act(() => page.querySelectorAll<HTMLInputElement>(".ballot input")[0]?.click());
	act(() => m.outbox.acked(m.outbox.waiting.value[0]?.id ?? "", 70));
	patch(m, canned.resultat);
	expect(text()).toContain("37 stemte, opptil 3 valg hver");
	const marked = [...page.querySelectorAll(".bars li")].filter((li) => li.textContent?.includes(nb["p.result.mine"]));
	expect(marked.map((li) => li.querySelector(".t")?.textContent)).toEqual(["Egen koordinator for fritid"]);
});

/** late is a press made when the screen has stood for a while. */
const late = (name: string, ms: number) =>
	act(() => {
		const press = new MouseEvent("click", { bubbles: true });
		Object.defineProperty(press, "timeStamp", { value: performance.now() + ms });
		button(name).dispatchEvent(press);
	});

test("what I am here as may be passed over, and is not asked again", () => {
	show(canned.present);
	late(nb["p.as.skip"], 1000);
	expect(text()).toContain("Du sitter i gruppe 1");
	act(() => render(null, page));
	show(canned.present);
	expect(text()).toContain("Du sitter i gruppe 1");
});

// The code goes in by itself at its eighth character; the tap on “Bli med” then landed on “fra en menighet …”.
test("a press meant for the screen before says nothing of what anybody believes", () => {
	const m = show(canned.present);
	press(nb["p.as.tro"]);
	late(nb["p.as.tro"], 600);
	late(nb["p.as.skip"], 600);
	expect(m.sent).toEqual([]);
	expect(page.querySelector("h1")?.textContent).toBe(nb["p.as.title"]);
	expect(button(nb["p.as.tro"]).getAttribute("aria-disabled")).toBe("true");
	expect(button(nb["p.as.tro"]).getAttribute("aria-pressed")).toBe("false");
	late(nb["p.as.tro"], 1000);
	expect(m.sent).toEqual([]);
	late(nb["p.as.go"], 1000);
	expect(m.sent).toEqual([{ do: "seat.present", with: { as: "tro" } }]);
});

test("two hats may be worn, a third is told to wait, and an interpreter wears one", () => {
	const m = show(canned.present);
	const on = () =>
		allAffiliation.filter((as) => button(nb[`p.as.${as}`]).getAttribute("aria-pressed") === "true").join(" ");
	const tap = (as: (typeof allAffiliation)[number]) => late(nb[`p.as.${as}`], 1000);
	tap("frivillighet");
	tap("kommune");
	expect(on()).toBe("kommune frivillighet");
	expect(text()).toContain(say("nb", nb["p.as.counted"], { as: nb["p.as.frivillighet"] }));
	tap("tro");
	expect(on()).toBe("kommune frivillighet");
	expect(text()).toContain(nb["p.as.full"]);
	tap("frivillighet");
	tap("tro");
	expect(text()).toContain(say("nb", nb["p.as.counted"], { as: nb["p.as.kommune"] }));
	tap("tolk");
	expect(on()).toBe("tolk");
	tap("innbygger");
	tap("kommune");
	expect(on()).toBe("kommune innbygger");
	late(nb["p.as.go"], 1000);
	expect(m.sent).toEqual([{ do: "seat.present", with: { as: "innbygger", also: "kommune" } }]);
});

test("the second hat is shown while we wait, and goes when it is said first or nothing is said", () => {
	const m = show({
		...canned.lobby,
		"me/s1": { ...((canned.present as Pictures)["me/s1"] as object), as: "kommune", also: "tro" },
	});
	const selects = () => [...page.querySelectorAll<HTMLSelectElement>("main select")];
	const pick = (n: number, as: string) =>
		act(() => {
			const s = selects()[n] as HTMLSelectElement;
			s.value = as;
			s.dispatchEvent(new Event("change", { bubbles: true }));
		});
	const said = () => m.outbox.waiting.value.at(-1)?.with;
	expect(selects().map((s) => s.value)).toEqual(["kommune", "tro"]);
	expect([...(selects()[1]?.options ?? [])].map((o) => o.value)).not.toContain("kommune");
	pick(1, "ungdom");
	expect(said()).toEqual({ as: "kommune", also: "ungdom" });
	pick(0, "ungdom");
	expect(said()).toEqual({ as: "ungdom" });
	pick(1, "tro");
	pick(0, "tolk");
	expect(said()).toEqual({ as: "tolk" });
	expect(selects()).toHaveLength(1);
});

test("what I am here as is shown while we wait, can be changed, and can be taken back without being asked again", () => {
	const m = show(canned.lobby);
	const answer = () => page.querySelector("main select") as HTMLSelectElement;
	const pick = (as: string) =>
		act(() => {
			answer().value = as;
			answer().dispatchEvent(new Event("change", { bubbles: true }));
		});
	expect(answer().value).toBe("innbygger");
	expect(text()).toContain(nb["p.as.is"]);
	pick("ungdom");
	expect(m.sent).toEqual([{ do: "seat.present", with: { as: "ungdom" } }]);
	expect(answer().value).toBe("ungdom");
	act(() => m.outbox.acked(m.outbox.waiting.value[0]?.id ?? "", 1));
	pick("");
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "seat.present", with: { as: "" } });
	act(() => m.outbox.acked(m.outbox.waiting.value[0]?.id ?? "", 1));
	patch(m, { "me/s1": { ...((canned.present as Pictures)["me/s1"] as object), as: "" } });
	expect(page.querySelector("h1")?.textContent).toBe("Du sitter i gruppe 1");
	expect(answer().value).toBe("");
});

test("the same can be done from the Aa of every screen", () => {
	show(canned.stille);
	press(nb["p.size"]);
	expect((page.querySelector("dialog select[id]") as HTMLSelectElement).value).toBe("innbygger");
});

test("offline says first that what was written is safe, and how much waits", () => {
	const m = show(canned.stille, { link: { is: "offline" } });
	act(() => void m.send("idea.post", { id: "x", text: "a" }));
	expect(text()).toContain("Du er uten nett.");
	expect(text()).toContain("(1 venter)");
	expect(text()).toContain("Uten nett");
});

test.each([
	[4100, "p.end.removed"],
	[4102, "p.end.deleted"],
	[4103, "p.end.old"],
	[4104, "p.end.forgotten"],
	[401, "p.end.lost"],
] as const)("a line that ended with %i says what to do", (code, key) => {
	vi.stubGlobal("fetch", async () => new Response("", { status: 404 }));
	show(canned.stille, { link: { is: "ended", code } });
	expect(page.querySelector("h1")?.textContent).toBe(nb[key]);
	vi.unstubAllGlobals();
});

test.each([4104, 401])("whoever looks in after the evening, and is met by %i, finds the answer", async (code) => {
	vi.stubGlobal("fetch", async () => new Response("Her er svaret."));
	const m = show(canned.stille, { link: { is: "ended", code } });
	await act(async () => {});
	expect(page.querySelector(`a[href="/svar/${m.room}"]`)?.textContent).toBe(nb["p.end.answer"]);
	vi.unstubAllGlobals();
});

test("where no meeting ever was, no answer is offered", async () => {
	const asked: string[] = [];
	vi.stubGlobal("fetch", async (url: string) => {
		asked.push(url);
		return new Response("", { status: 404 });
	});
	const m = show(canned.stille, { link: { is: "ended", code: 401 } });
	await act(async () => {});
	expect(asked).toEqual([`/svar/${m.room}`]);
	expect(page.querySelector('a[href^="/svar/"]')).toBeNull();
	expect(page.querySelector('a[href="/"]')).not.toBeNull();
	vi.unstubAllGlobals();
});

test("what people wrote is text, never markup", () => {
	const evil = "<img src=x onerror=alert(1)>";
	const first = Object.values(canned.scribe as Pictures);
	expect(first.length).toBeGreaterThan(0);
	show({ ...canned.scribe, "ideas/t1": { id: "t1", text: evil, group: 1, place: "table", order: 1, step: "s" } });
	expect(text()).toContain(evil);
	expect(page.querySelector("img")).toBeNull();
});

test("changing phone asks first which of the two this is, and the old one takes the digits", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	press(nb["p.swap.title"]);
	expect(m.sent).toEqual([]);
	press(nb["p.swap.old"]);
	write("#swap", "839572");
	expect(m.sent).toMatchObject([{ do: "seat.swap", with: { code: "839572" } }]);
});

test("too few digits are said to be, and after three wrong codes who else can do it", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	press(nb["p.swap.title"]);
	press(nb["p.swap.old"]);
	const field = () => page.querySelector("#swap") as HTMLInputElement;
	write("#swap", "83957");
	act(() => void field().dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true })));
	expect(page.querySelector("#swap-wrong")?.textContent).toBe("Skriv alle 6 tallene.");
	expect(m.sent).toEqual([]);
	for (let n = 1; n <= 3; n++) {
		expect(text()).not.toContain(nb["p.swap.stuck"]);
		write("#swap", "839572");
		expect(page.querySelector("#swap-wrong")).toBeNull();
		act(() => m.outbox.refused(m.outbox.waiting.value.at(-1)?.id ?? "", "missing"));
	}
	expect(text()).toContain(nb["p.swap.stuck"]);
});

test("whoever said the wrong phone goes back and says the other", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	press(nb["p.swap.title"]);
	press(nb["p.swap.new"]);
	patch(m, { "me/s1": { ...m.me.value, swap: "839572" } as Pictures[string] });
	press(nb["common.back"]);
	expect(m.outbox.waiting.value.at(-1)).toMatchObject({ do: "seat.ask_swap", with: { on: false } });
	press(nb["p.swap.old"]);
	expect(page.querySelector("#swap")).not.toBeNull();
});

test("and the new one shows them", () => {
	const m = show(canned.stille);
	patch(m, { "me/s1": { ...m.me.value, swap: "839572" } as Pictures[string] });
	press(nb["p.size"]);
	press(nb["p.swap.title"]);
	press(nb["p.swap.new"]);
	expect(m.sent).toMatchObject([{ do: "seat.ask_swap", with: { on: true } }]);
	expect(text()).toContain("839572");
});

test("what somebody needs is told to those who lead, and can be taken back", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	write("#need-aa", "Jeg hører dårlig");
	submit("#need-aa-form");
	expect(m.sent).toMatchObject([{ do: "need.tell", with: { text: "Jeg hører dårlig" } }]);
	expect((page.querySelector("#need-aa") as HTMLTextAreaElement).value).toBe("");
	landed(m);
	patch(m, { "me/s1": { ...m.me.value, need: true } as Pictures[string] });
	press(nb["p.need.drop"]);
	expect(m.outbox.waiting.value).toMatchObject([{ do: "need.tell", with: { text: "" } }]);
});

test("to be forgotten asks first, and what comes then is not that somebody was shown out", () => {
	const m = show(canned.stille);
	press(nb["p.size"]);
	press(nb["p.forget_me.title"]);
	expect(m.sent).toEqual([]);
	expect(text()).toContain(nb["p.forget_me.stays"]);
	press(nb["common.delete"]);
	expect(m.sent).toMatchObject([{ do: "seat.forget" }]);
	show(canned.stille, { link: { is: "ended", code: 4100 } });
	expect(page.querySelector("h1")?.textContent).toBe(nb["p.end.own"]);
	// It is said once: whoever is shown out another time is told that.
	show(canned.stille, { link: { is: "ended", code: 4101 } });
	expect(page.querySelector("h1")?.textContent).toBe(nb["p.end.removed"]);
});

test("whoever comes in the middle is told what has been done, and in a vote the ballot comes first", () => {
	localStorage.clear();
	show(canned.resultat);
	expect(page.querySelector("#recap")?.textContent).toBe(nb["p.recap.title"]);
	localStorage.clear();
	act(() => render(null, page));
	show(canned.avstemning);
	expect(page.querySelector("#recap")).toBeNull();
	const folded = page.querySelector("details.callout-box");
	expect(folded?.hasAttribute("open")).toBe(false);
	expect(folded?.querySelector("summary")?.textContent).toBe(nb["p.recap.title"]);
});

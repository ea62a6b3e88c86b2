import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import {
	allPhaseKind,
	type MeView,
	type PhaseKind,
	type Pictures,
	type SpareStage,
	type YouthView,
} from "../gen/protocol";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Surface, youth } from "./surface";

const where = { host: "192.168.10.24:8080", url: "http://192.168.10.24:8080", candidates: [], reached: true };
const led: YouthView = { leaders: 2, observers: 1, led: true, here: 24, notes: 40, published: 0 };

let page: HTMLElement;
beforeAll(() => youth.fetch());
beforeEach(() => {
	document.body.innerHTML = "";
	page = document.body.appendChild(document.createElement("div"));
	useWords("nb", nb);
	location.hash = "run";
	act(() => void dispatchEvent(new HashChangeEvent("hashchange")));
});
afterEach(() => act(() => render(null, page)));

const text = () => page.textContent ?? "";
const press = (name: string) => {
	const all = [...page.querySelectorAll<HTMLElement>("button")];
	const hit = all.find((b) => b.textContent?.startsWith(name));
	if (!hit) throw new Error(`no ${name} among ${all.map((b) => b.textContent).join(" | ")}`);
	act(() => hit.click());
};

/** ung is an evening that two young people lead. */
function ung(kind: PhaseKind, more: Pictures = {}): Pictures {
	return {
		...vestby({ kind }),
		youth: led,
		"ideas/w1": idea("w1", "Buss hjem klokka elleve", 11),
		"ideas/w2": idea("w2", "Treneren heter Ola", 12),
		"hidden/w2": { why: "person" },
		...more,
	};
}
const idea = (id: string, said: string, order: number) => ({
	...{ id, text: said, group: 2, place: "held", order, step: "s1", card: "", same: [], sign: "" },
	draft: { responsible: "", first: "", due: "" },
});

function show(pictures: Pictures, role: MeView["role"] = "facilitator") {
	const me = { ...(pictures["me/lead"] as MeView), role };
	const m = cannedMeeting({ ...pictures, "me/lead": me }, { surface: "lead", seat: "lead", now: noon });
	act(() => render(<Surface m={m} where={where} />, page));
	return m;
}

test.each(allPhaseKind)(
	"%s: one heading, words for everything, a name on every button, and nothing they do not need",
	(kind) => {
		show(ung(kind));
		expect(page.querySelectorAll("h1")).toHaveLength(1);
		expect(page.querySelectorAll("main")).toHaveLength(1);
		expect(text()).not.toMatch(/\b(lead|common|refused)\.[a-z_]+/);
		expect(text()).not.toMatch(/[{}]|undefined|NaN/);
		for (const b of page.querySelectorAll("button, a"))
			expect(b.getAttribute("aria-label") ?? b.textContent, b.outerHTML).not.toBe("");
		for (const f of page.querySelectorAll("input, textarea, select"))
			expect(f.closest("label") ?? page.querySelector(`label[for="${f.id}"]`), f.outerHTML).toBeTruthy();
		expect(page.querySelector("nav")).toBeNull();
		expect(page.querySelectorAll('a[href*="export"]')).toHaveLength(0);
	},
);

test("it says how many lead, and that whoever watches reads nothing", () => {
	show(ung("stille"));
	expect(text()).toContain("2 leder sammen");
	expect(text()).toContain("1 voksen ser på, leser ingenting");
});

test("the board is opened on another machine from here too", () => {
	const fetched = vi.fn(async () => new Response("{}"));
	vi.stubGlobal("fetch", fetched);
	show(ung("stille"));
	const field = page.querySelector<HTMLInputElement>("#screen");
	if (field) field.value = "1234";
	act(() => void field?.dispatchEvent(new Event("input", { bubbles: true })));
	act(() => void field?.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })));
	expect(fetched).toHaveBeenCalledWith(expect.stringContaining("/screen"), expect.anything());
	vi.unstubAllGlobals();
});

test("showing the answers about the mood stands above what to say, where it is seen without looking for it", () => {
	const set = ung("stemning");
	const id = (set.step as { id: string }).id;
	show({ ...set, [`moods/${id}`]: { step: id, asks: ["Trygt"], status: "open", cast: 9, of: 12 } as never });
	const mood = page.querySelector("#mood");
	const say = [...page.querySelectorAll("main *")].find((e) => e.textContent === nb["lead.say"]);
	expect(mood && say && mood.compareDocumentPosition(say) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

describe("the wall", () => {
	test("what waits comes first and is let through in one press", () => {
		const m = show(ung("tiltak"));
		expect(page.querySelector("#wall")?.textContent).toBe("1 tekst venter på dere");
		press("Slipp gjennom Buss");
		expect(m.sent).toEqual([{ do: "idea.release", with: { id: "w1" } }]);
	});

	test("on a phone the way to what waits stands at the top", () => {
		show(ung("tiltak"));
		expect(page.querySelector("header .to-wall")?.textContent).toBe("1 tekst venter på dere");
		press("1 tekst venter");
		expect(document.activeElement?.id).toBe("wall");
	});

	test("hiding asks for a reason, and says that the writer is told", () => {
		const m = show(ung("tiltak"));
		press("Skjul");
		expect(text()).toContain("Den som skrev, får se grunnen");
		press("Den kan såre noen");
		expect(m.sent).toEqual([{ do: "idea.hide", with: { id: "w1", why: "sarer" } }]);
	});

	test("what was hidden says why, and can be let through after all", () => {
		const m = show(ung("tiltak"));
		expect(text()).toContain("Den handler om en person");
		press("Slipp gjennom likevel");
		expect(m.sent).toEqual([{ do: "idea.release", with: { id: "w2" } }]);
	});
});

describe("sharing", () => {
	const letter = { text: "Vi vil hjem om kvelden.", seen: 7 };

	test("says what is missing and cannot be pressed before it is there", () => {
		const bare = ung("ansvarlig", { letter: { text: "", seen: 0 } });
		show({ ...bare, meeting: { ...(bare.meeting as object), decides: "", answerBy: "" } });
		expect(text()).toContain("mangler: Hvem skal svare, Svar innen, Budskapet.");
		expect(text()).not.toContain("Del med de voksne");
	});

	test("asks first, and says that it cannot be undone", () => {
		const m = show(ung("ansvarlig", { letter }));
		press("Del med de voksne");
		expect(m.sent).toEqual([]);
		expect(text()).toContain("Dette kan ikke angres.");
		press("Ja, del nå");
		expect(m.sent).toEqual([{ do: "youth.publish", with: {} }]);
	});

	test("before it is done the end says that the adults have got nothing", () => {
		const last = ung("avrunding", { letter });
		show({ ...last, step: { ...(last.step as object), next: undefined } } as Pictures);
		press(nb["lead.end"]);
		expect(text()).toContain(nb["lead.young.unshared"]);
	});

	test("afterwards it shows where the answer comes, and gives the cards", () => {
		show(ung("avrunding", { letter, youth: { ...led, published: noon } }));
		expect(page.querySelector('a[href^="/svar/"]')).not.toBeNull();
		expect(page.querySelector('a[href*="innspill.json"]')).not.toBeNull();
		expect(text()).toContain("1 voksen kan lese");
	});
});

test("the vote is one press at the foot: up to three each, and secret, and going past it is the lesser button", () => {
	const before = Object.entries(ung("avstemning")).filter(([k]) => !/^(votes|turnout|desk|results)\//.test(k));
	const m = show(Object.fromEntries(before));
	expect(text()).toContain("Velg opptil 3 hver.");
	const [on, opens] = page.querySelectorAll<HTMLButtonElement>("footer .go");
	expect([on?.dataset.variant, opens?.dataset.variant]).toEqual(["secondary", "primary"]);
	opens?.click();
	expect(m.sent[0]).toMatchObject({ do: "vote.open", with: { method: "approve", k: 3, secret: true } });
});

test("with nothing to choose between the foot offers no vote", () => {
	const bare = Object.entries(ung("avstemning")).filter(
		([k]) => !/^(votes|turnout|desk|results|clusters|ideas)\//.test(k),
	);
	show(Object.fromEntries(bare));
	expect(page.querySelectorAll("footer .go").length).toBe(1);
});

test("whoever watches sees the part and numbers, and where few could be known again not even those", () => {
	show(
		{
			meeting: ung("stille").meeting,
			step: ung("stille").step,
			youth: { ...led, here: -1 },
			"me/lead": ung("stille")["me/lead"],
		},
		"observer",
	);
	expect(text()).toContain("Ungdommene har ikke delt ennå");
	expect(text()).toContain("under 5");
	expect(page.querySelectorAll(".foot")).toHaveLength(0);
});

test.each([
	[{ on: false, since: noon - 180_000 }, "vært på nett siden 10.02. Gå bort til dem"],
	[{ on: false, since: 0 }, nb["lead.watch.none"]],
	[{ on: true, since: 0 }, ""],
])("an adult is told when none of those who lead is in touch: %o", (now, says) => {
	const pictures: Pictures = { ...ung("stille"), youth: led };
	const me = { ...(pictures["me/lead"] as MeView), role: "observer" };
	const given = { surface: "lead", seat: "lead", now: noon, passing: { led: now } } as const;
	act(() => render(<Surface m={cannedMeeting({ ...pictures, "me/lead": me }, given)} where={where} />, page));
	const line = page.querySelector("main [role=status]")?.textContent;
	if (says) expect(line).toContain(says);
	else expect(line).toBe("");
});

test("the two links stand there also where the server knows no address for phones", async () => {
	const answers = ["a", "b"].map((key) => ({ key, url: "", qr: "" }));
	vi.stubGlobal("fetch", async () => new Response(JSON.stringify(answers.shift())));
	const m = show(ung("lobby", { youth: { ...led, leaders: 0, led: false } }));
	press("Lag de to lenkene");
	await vi.waitFor(() => expect(page.querySelectorAll(".door-link")).toHaveLength(2));
	const links = [...page.querySelectorAll(".door-link")].map((l) => l.textContent);
	expect(links).toEqual(["a", "b"].map((key) => `${location.origin}/led/${m.room}#${key}`));
	vi.unstubAllGlobals();
});

test("before any young person leads, whoever made it hands it over", () => {
	show(ung("lobby", { youth: { ...led, leaders: 0, led: false } }));
	expect(text()).toContain("Hvem skal lede?");
	expect(text()).toContain("Lag de to lenkene");
});

describe("when both young leaders' phones are dead", () => {
	const seen = (stage: SpareStage | undefined, on: boolean, role: MeView["role"] = "observer") => {
		const spare: Pictures = stage ? { spare: { claim: 9, until: noon + 75_000, stage } } : {};
		const pictures = ung("stille", spare);
		const me = { ...(pictures["me/lead"] as MeView), role };
		const given = { surface: "lead", seat: "lead", now: noon, passing: { led: { on, since: 0 } } } as const;
		const m = cannedMeeting({ ...pictures, "me/lead": me }, given);
		act(() => render(<Surface m={m} where={where} />, page));
		return m;
	};
	const named = (name: string) => [...page.querySelectorAll("button")].some((b) => b.textContent === name);

	test("the adult may ask for a new link, and only then", () => {
		seen(undefined, true);
		expect(named(nb["lead.spare.ask"])).toBe(false);
		const m = seen(undefined, false);
		press(nb["lead.spare.ask"]);
		expect(m.sent).toEqual([{ do: "spare.ask", with: {} }]);
	});

	test("then there is only the wait, also when somebody is in touch again", () => {
		for (const on of [false, true]) {
			seen("asked", on);
			expect(text()).toContain("kan du lage lenka om 1:15.");
			expect(page.querySelectorAll("#spare ~ p button, section[aria-labelledby=spare] button")).toHaveLength(0);
		}
	});

	test("when nobody has said no the link is made, shown once, and may be asked for anew", async () => {
		const fetched = vi.fn(async () => new Response(JSON.stringify({ key: "K", url: "http://h/led/r#K", qr: "" })));
		vi.stubGlobal("fetch", fetched);
		seen("open", false);
		press(nb["lead.spare.make"]);
		await vi.waitFor(() => expect(page.querySelector("dialog .door-link")?.textContent).toBe("http://h/led/r#K"));
		expect(fetched).toHaveBeenCalledWith(expect.stringContaining("/links/ung3?surface=lead"), expect.anything());
		vi.unstubAllGlobals();
		expect(text()).toContain("Åpner du den selv, ser alle telefonene det.");
		const m = seen("made", false);
		press(nb["lead.spare.again"]);
		expect(m.sent).toEqual([{ do: "spare.ask", with: {} }]);
	});

	test("a no is told, and while somebody leads there is nothing to ask for", () => {
		seen("kept", true);
		expect(text()).toContain(nb["lead.spare.kept_why"]);
		expect(named(nb["lead.spare.again"])).toBe(false);
		seen("kept", false);
		expect(named(nb["lead.spare.again"])).toBe(true);
	});

	test("a young leader who is left is asked, and may say no until somebody has come in by it", () => {
		const asked = seen("asked", true, "facilitator");
		expect(page.querySelector("[role=alert]")?.textContent).toBe(nb["lead.spare.told"]);
		press(nb["lead.spare.yes"]);
		expect(asked.sent).toEqual([{ do: "spare.answer", with: { claim: 9, yes: true } }]);
		const made = seen("made", true, "facilitator");
		expect(named(nb["lead.spare.yes"])).toBe(false);
		press(nb["lead.spare.no"]);
		expect(made.sent).toEqual([{ do: "spare.answer", with: { claim: 9, yes: false } }]);
		seen("kept", true, "facilitator");
		expect(named(nb["lead.spare.no"])).toBe(false);
	});
});

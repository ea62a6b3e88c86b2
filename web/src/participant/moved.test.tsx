import { afterEach, beforeEach, expect, test, vi } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { canned } from "./canned";
import { page, patch, press, show, text, write } from "./stage";

/** What a phone does with what is open on it, and with where it is scrolled, when the meeting goes on. */

const scrolled = vi.fn();
beforeEach(() => void vi.stubGlobal("scrollTo", scrolled));
afterEach(() => void vi.unstubAllGlobals());
const dialogs = () => page.querySelectorAll("dialog").length;
const grouped = { "me/s1": (canned.lobby as Pictures)["me/s1"] } as Pictures;
const at = () => document.activeElement?.textContent;

test("a menu that was left open goes with the step it was opened over, and the new heading has the focus", () => {
	const m = show(canned.stille);
	for (const menu of ["p.size", "p.hand"] as const) {
		press(nb[menu]);
		expect(dialogs()).toBe(1);
		patch(m, (menu === "p.size" ? canned.pause : canned.info) as Pictures);
		expect(dialogs()).toBe(0);
		expect(at()).toBe(page.querySelector("h1")?.textContent);
	}
});

test("what somebody is writing in is not taken from them by a new step", () => {
	const m = show(canned.lobby);
	press(nb["p.size"]);
	write("#need-aa", "Teleslynge");
	patch(m, canned.pause as Pictures);
	expect(dialogs()).toBe(1);
	expect((page.querySelector("#need-aa") as HTMLTextAreaElement).value).toBe("Teleslynge");
});

test("a phone that is scrolled down the lobby is shown its table when the tables are made", () => {
	const m = show(canned.lobbyAlone);
	scrolled.mockClear();
	patch(m, grouped);
	expect(scrolled).toHaveBeenCalledWith(0, 0);
	expect(at()).toBe("Du sitter i gruppe 1");
});

test("nothing moves under somebody who is typing when the tables are made", () => {
	const m = show(canned.lobbyAlone);
	const field = page.querySelector("#need") as HTMLTextAreaElement;
	field.focus();
	scrolled.mockClear();
	patch(m, grouped);
	expect(text()).toContain("Du sitter i gruppe 1");
	expect(scrolled).not.toHaveBeenCalled();
	expect(document.activeElement).toBe(field);
});

test("to sit together is a wish until the tables are made; whoever interprets is still asked for whom", () => {
	const m = show(canned.lobbyAlone);
	expect(text()).toContain(nb["p.together.title"]);
	patch(m, grouped);
	expect(text()).not.toContain(nb["p.together.title"]);
	const me = grouped["me/s1"] as object;
	patch(m, { "me/s1": { ...me, with: [4] } });
	expect(text()).toContain("Du sitter sammen med én til.");
	expect(text()).not.toContain(nb["p.together.more"]);
	patch(m, { "me/s1": { ...me, as: "tolk" } });
	expect(text()).toContain(nb["p.together.go"]);
});

test("where people write the card lies folded to its title, and one tap opens it", () => {
	show({ ...canned.stille, ...canned.seesCard, step: canned.stille.step });
	const card = page.querySelector(".strip-card details") as HTMLDetailsElement;
	expect(card.open).toBe(false);
	expect(card.querySelector("summary")?.textContent).toBe("Hvem ringer jeg?");
	expect(card.textContent).toContain("Finnes det ett navn, ett nummer?");
});

test("what is not for everybody who finds a table lies folded", () => {
	show(canned.bliKjent);
	const folded = [...page.querySelectorAll("details")].find(
		(d) => d.querySelector("summary")?.textContent === nb["p.more"],
	);
	for (const key of ["p.one.title", "p.place.title", "p.book.title", "p.need.title", "p.scribe.stop"] as const)
		expect(folded?.textContent).toContain(nb[key]);
	expect(page.querySelector("#wall")?.closest("details")).toBeNull();
});

test("choosing one looks otherwise than choosing several", () => {
	const vote = canned.avstemning["votes/v1"];
	const m = show(canned.avstemning);
	expect(page.querySelector(".ballot[data-one]")).toBeNull();
	patch(m, { "votes/v1": { ...vote, k: 1 } });
	expect(page.querySelector(".ballot[data-one]")).not.toBeNull();
});

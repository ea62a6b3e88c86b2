import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import type { Pictures } from "../gen/protocol";
import { fetchAhead } from "../phases/index";
import { canned } from "./canned";
import { page, patch, show, text } from "./stage";

const youth = { leaders: 2, observers: 1, led: true, here: 24, notes: 9, published: 0 };

const shown = async (more: Pictures) => {
	await fetchAhead(["stille"]);
	const m = show({ ...(canned.stille as Pictures), ...more });
	await act(async () => undefined);
	return m;
};

test("a writer is told that a text waits, and when it is kept back why", async () => {
	const m = await shown({ youth, "waits/i9": { id: "i9", text: "Treneren heter Ola", why: "", order: 9 } });
	expect(text()).toContain("Treneren heter Ola");
	expect(text()).toContain(nb["p.ung.waits"]);
	patch(m, { "waits/i9": { id: "i9", text: "Treneren heter Ola", why: "person", order: 9 } });
	expect(text()).toContain(nb["p.ung.why.person"]);
	expect(text()).not.toContain(nb["p.ung.waits"]);
});

test("a phone says that adults look on and read nothing, and later that they can", async () => {
	const m = await shown({ youth });
	expect(text()).toContain("Én voksen ser på. De leser ingenting før dere deler.");
	patch(m, { youth: { ...youth, published: 5 } });
	expect(text()).toContain(nb["p.ung.reads"]);
});

test("a phone says that an adult has asked for a leader's link, until it is answered", async () => {
	const spare = { claim: 4, until: 9, stage: "asked" };
	const m = await shown({ youth, spare });
	expect(text()).toContain(nb["p.ung.spare"]);
	patch(m, { spare: { ...spare, stage: "kept" } });
	expect(text()).not.toContain(nb["p.ung.spare"]);
});

test("who to talk to is on every phone, with a number to press", async () => {
	await shown({ youth, helpline: { who: "Helsesykepleieren", phone: "99 88 77 66", hours: "8–15" } });
	expect(text()).toContain(nb["p.ung.help"]);
	expect(page.querySelector<HTMLAnchorElement>('a[href^="tel:"]')?.getAttribute("href")).toBe("tel:99887766");
});

test("nobody is asked what they are here as", async () => {
	const me = Object.entries(canned.stille as Pictures).find(([k]) => k.startsWith("me/"));
	await shown({ youth, [me?.[0] ?? ""]: { ...(me?.[1] as object), as: "" } });
	expect(text()).not.toContain(nb["p.as.title"]);
});

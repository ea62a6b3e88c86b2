import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** A browser with tabs: one store for all of them, a small one for each, and what one writes the others hear of. */
let tabs: (() => void)[] = [];
beforeEach(() => {
	vi.useFakeTimers();
	localStorage.clear();
	sessionStorage.clear();
});
afterEach(() => {
	for (const close of tabs) close();
	tabs = [];
	vi.useRealTimers();
});

type Tab = typeof import("./drafts");

/** tab opens one more tab, or with the memory of one that was there before. */
async function tab(
	memory: Record<string, string> = {},
): Promise<{ it: Tab; memory: Record<string, string>; close(): void }> {
	vi.resetModules();
	sessionStorage.clear();
	for (const [key, text] of Object.entries(memory)) sessionStorage.setItem(key, text);
	const heard: ((e: Event) => void)[] = [];
	const listen = vi.spyOn(window, "addEventListener").mockImplementation((kind: string, f: unknown) => {
		if (kind === "storage") heard.push(f as (e: Event) => void);
	});
	const it = (await import("./drafts")) as Tab;
	it.draft("r", "warm-up");
	listen.mockRestore();
	for (const f of heard) addEventListener("storage", f);
	const close = () => {
		for (const f of heard) removeEventListener("storage", f);
	};
	tabs.push(close);
	return { it, memory: { ...sessionStorage }, close };
}

/** waits lets the tabs hear of one another, as a browser would tell them. */
async function waits(ms = 1000): Promise<void> {
	const who = localStorage.getItem("tabs");
	if (who) dispatchEvent(Object.assign(new Event("storage"), { key: "tabs", newValue: who }));
	await vi.advanceTimersByTimeAsync(ms);
}

test("a draft outlives a reload of its tab", async () => {
	const before = await tab();
	before.it.draft("r", "note").value = "Halvskrevet";
	before.close();
	const after = await tab(before.memory);
	expect(after.it.draft("r", "note").value).toBe("Halvskrevet");
});

// Two tabs of one person wrote over each other's half-written note.
test("two tabs write two drafts, and neither takes the other's", async () => {
	const a = await tab();
	const b = await tab();
	a.it.draft("r", "note").value = "Fra den første";
	const note = b.it.draft("r", "note");
	await waits();
	expect(note.value).toBe("");
	note.value = "Fra den andre";
	const again = await tab(a.memory);
	expect(again.it.draft("r", "note").value).toBe("Fra den første");
	note.value = "";
	const third = await tab(a.memory);
	expect(third.it.draft("r", "note").value).toBe("Fra den første");
});

test("what a tab that is gone left behind is taken up by the next, once", async () => {
	const a = await tab();
	a.it.draft("r", "note").value = "Batteriet tok slutt";
	a.close();
	const b = await tab();
	const note = b.it.draft("r", "note");
	await waits();
	expect(note.value).toBe("Batteriet tok slutt");
	const c = await tab();
	const other = c.it.draft("r", "note");
	await waits();
	expect(other.value).toBe("");
});

test("what is being written is never pushed aside by what was left behind, which waits", async () => {
	const a = await tab();
	a.it.draft("r", "note").value = "Det gamle";
	a.close();
	const b = await tab();
	const note = b.it.draft("r", "note");
	note.value = "Det nye";
	await waits();
	expect(note.value).toBe("Det nye");
	const c = await tab();
	const other = c.it.draft("r", "note");
	await waits();
	expect(other.value).toBe("Det gamle");
});

test("a tab that was copied, memory and all, is a tab of its own", async () => {
	const a = await tab();
	const mine = a.it.draft("r", "note");
	mine.value = "Felles begynnelse";
	const copy = await tab(a.memory);
	const theirs = copy.it.draft("r", "note");
	await waits();
	theirs.value = "Kopien skrev videre";
	const again = await tab(a.memory);
	expect(again.it.draft("r", "note").value).toBe("Felles begynnelse");
});

test("a meeting that is forgotten is forgotten in every tab's name", async () => {
	const a = await tab();
	a.it.draft("r", "note").value = "Bort";
	a.it.forgetDrafts("r");
	expect(JSON.stringify({ ...localStorage })).not.toContain("Bort");
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import type { MeView, Pictures } from "../gen/protocol";
import { canned } from "./canned";
import { landed, page, patch, show } from "./stage";

test("a ballot that came too late says whether an earlier one counts, until the vote is behind us, also after a reload", () => {
	const tap = (n: number) => act(() => page.querySelectorAll<HTMLInputElement>(".ballot input")[n]?.click());
	const m = show(canned.avstemning);
	tap(0);
	landed(m);
	tap(3);
	landed(m, "closed");
	patch(m, canned.shut);
	const stands = () => page.querySelector("main")?.textContent;
	expect(stands()).toContain(nb["p.vote.late.kept"]);
	patch(m, canned.resultat);
	expect(stands()).toContain(nb["p.vote.late.kept"]);
	act(() => render(null, page));
	const again = show(canned.shut);
	expect(stands()).toContain(nb["p.vote.late.kept"]);
	patch(again, canned.ansvarlig);
	expect(stands()).not.toContain(nb["p.vote.late.kept"]);
});

test("whoever's only ballot came too late is told that it is not among those counted", () => {
	const m = show(canned.avstemning);
	act(() => page.querySelectorAll<HTMLInputElement>(".ballot input")[0]?.click());
	landed(m, "closed");
	patch(m, canned.shut);
	expect(page.querySelector("main")?.textContent).toContain(nb["p.vote.late.none"]);
});

// Two tabs of one phone were out of step, and a tap in one wrote over the ballot that the other showed.
test("a tab hears what another has chosen, and one that slept reads it when it is looked at", () => {
	show(canned.avstemning);
	const checked = () => [...page.querySelectorAll<HTMLInputElement>(".ballot input")].map((b) => b.checked);
	act(() => page.querySelectorAll<HTMLInputElement>(".ballot input")[1]?.click());
	const key = Object.keys(localStorage).find((k) => k.startsWith("vote:")) ?? "";
	const other = (choice: string[]) => localStorage.setItem(key, JSON.stringify({ choice, stored: choice }));
	other(["c0", "c1"]);
	act(() => void dispatchEvent(Object.assign(new Event("storage"), { key })));
	expect(checked().slice(0, 3)).toEqual([true, true, false]);
	other(["c2"]);
	act(() => void document.dispatchEvent(new Event("visibilitychange")));
	expect(checked().slice(0, 3)).toEqual([false, false, true]);
});

test("on a shared phone a slip that came too late is told of as one, and the others as counted", () => {
	const me = (canned.avstemning as Pictures)["me/s1"] as MeView;
	const m = show({
		...canned.avstemning,
		"me/s1": { ...me, heads: 3, slips: [{ vote: "v1", numbers: ["23"] }] },
	} as Pictures);
	act(() => void m.send("ballot.cast", { vote: "v1", choice: ["c1"], slip: "41" }));
	landed(m, "closed");
	patch(m, canned.shut);
	expect(page.querySelector("main")?.textContent).toContain(nb["p.vote.late.slip"]);
	expect(page.textContent).not.toContain(nb["p.vote.late.none"]);
});

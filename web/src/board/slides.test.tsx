import { act } from "preact/test-utils";
import { describe, expect, test } from "vitest";
import type { allSlideKind } from "../gen/protocol";
import { vestby } from "./canned";
import { onBoard } from "./canned/onboard";
import { page, press, show, text } from "./stage";

describe("slides", () => {
	const up = (kind: (typeof allSlideKind)[number]) => show(onBoard(vestby({ kind: "info", slide: kind })));

	test("a figure has its year and its source beside it", () => {
		up("figures");
		const [first] = page.querySelectorAll(".figures > div");
		expect(first?.textContent).toBe("9,9 prosentav barna i NorgeKilde: SSB, 2021–2023");
	});

	test("a picture has its words, and the heading too when it has no other", () => {
		up("picture");
		expect(page.querySelector("img")?.getAttribute("alt")).toBe("Barn som bærer ski opp en bakke");
		expect(page.querySelector("img")?.getAttribute("src")).toBe("/api/rooms/canned/pictures/b1?surface=board");
		expect(page.querySelector("h1")?.textContent).toBe("Barn som bærer ski opp en bakke");
	});

	test("who decides stands on the slide as the meeting says it now", () => {
		const m = up("promise");
		expect(text()).toContain("Ledelsen i kommunen");
		const about = { ...m.store.one("meeting"), decides: "Kommunestyret" };
		act(() => void m.store.patched({ t: "patch", from: 1, to: 2, set: { meeting: about } }));
		expect(text()).toContain("Kommunestyret");
	});

	test("a film asks for its file and its captions on this machine, and takes no film without them", () => {
		const m = up("film");
		expect(text()).toContain("Velg filmen på denne maskinen: turen-i-august.mp4");
		expect(page.querySelectorAll("input[type=file]")).toHaveLength(2);
		const pick = (n: number, name: string) =>
			act(() => {
				const field = page.querySelectorAll<HTMLInputElement>("input[type=file]")[n] as HTMLInputElement;
				Object.defineProperty(field, "files", { value: [new File(["x"], name)] });
				field.dispatchEvent(new Event("change", { bubbles: true }));
			});
		pick(0, "turen-i-august.mp4");
		expect(page.querySelector("video")).toBeNull();
		expect(text()).toContain("Valgt: turen-i-august.mp4");
		pick(1, "turen.vtt");
		expect(page.querySelector("video track[kind=captions]")).not.toBeNull();
		expect(m.sent).toEqual([]);
	});

	test.each(["b", "q"])("%s is one press away over a slide", (k) => {
		up("text");
		press(k);
		expect(page.querySelector(k === "b" ? ".black" : ".code-over")).not.toBeNull();
	});
});

import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Report } from "./report";

function shown(ended: boolean, finished: object[]): HTMLElement {
	useWords("nb", nb);
	const page = document.body.appendChild(document.createElement("div"));
	const pictures = { ...vestby({ kind: "avrunding", ended }), reports: { finished } };
	const m = cannedMeeting(pictures, { surface: "lead", seat: "lead", now: noon });
	act(() => render(<Report m={m} />, page));
	return page;
}
const hrefs = (page: HTMLElement) => [...page.querySelectorAll("a")].map((a) => a.getAttribute("href") ?? "");

test("the report can be read and taken away in every shape, and is finished only when the meeting is over", () => {
	const before = shown(false, []);
	expect(
		hrefs(before)
			.filter((h) => h.includes("/export."))
			.map((h) => h.split(".").pop()),
	).toEqual(["docx", "xlsx", "zip", "csv", "md", "json"]);
	expect(before.querySelector("button")).toBeNull();
	expect(hrefs(before).some((h) => h.startsWith("/ett-ark/"))).toBe(false);

	const after = shown(true, []);
	expect(after.querySelector("button")?.textContent).toBe("Ferdigstill referatet");
	expect(hrefs(after).some((h) => h.startsWith("/ett-ark/"))).toBe(true);
});

test("each finished version can be read as it was", () => {
	const page = shown(true, [
		{ n: 1, at: noon, sum: "a", seq: 9 },
		{ n: 2, at: noon, sum: "b", seq: 12 },
	]);
	expect(
		hrefs(page)
			.filter((h) => h.includes("version="))
			.map((h) => h.split("?")[1]),
	).toEqual(["version=1", "version=2"]);
	expect(page.querySelector("button")?.textContent).toBe("Ferdigstill en ny versjon");
});

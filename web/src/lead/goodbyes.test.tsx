import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, test } from "vitest";
import nb from "../../locales/nb.json";
import { noon, vestby } from "../board/canned";
import { cannedMeeting } from "../state/meeting";
import { useWords } from "../words/words";
import { Goodbyes } from "./goodbyes";

test("what each would change is read by whoever leads, and said to be gone in a day", () => {
	useWords("nb", nb);
	const page = document.body.appendChild(document.createElement("div"));
	const set = { ...vestby({ kind: "avrunding" }), changes: { said: ["Bedre lys", "Mer tid ved bordet"] } };
	act(() => render(<Goodbyes m={cannedMeeting(set, { surface: "lead", seat: "kari", now: noon })} />, page));
	expect([...page.querySelectorAll("li")].map((li) => li.textContent)).toEqual(["Bedre lys", "Mer tid ved bordet"]);
	expect(page.textContent).toContain(nb["lead.goodbyes_gone"]);
});

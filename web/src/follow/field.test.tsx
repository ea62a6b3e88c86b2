import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, expect, test } from "vitest";
import { cannedMeeting } from "../state/meeting";
import { Field } from "./field";

const root = document.createElement("div");
document.body.append(root);
afterEach(() => render(null, root));

/** shows draws one field as the server shows it, and gives what it has sent. */
function stage() {
	const m = cannedMeeting({}, { surface: "follow" });
	const sent: { text: string; seen: number }[] = [];
	const shows = (value: string, seen: number) =>
		act(() => {
			const save = (text: string, on: number) => void sent.push({ text, seen: on });
			render(<Field m={m} label="Ansvarlig" slot="measure/m1/responsible" {...{ value, seen, save }} />, root);
		});
	const field = () => root.querySelector("input") as HTMLInputElement;
	const type = (text: string) =>
		act(() => {
			field().value = text;
			field().dispatchEvent(new Event("input", { bubbles: true }));
		});
	const leave = () => act(() => void field().dispatchEvent(new Event("blur")));
	const both = () => root.querySelector(".both");
	const press = (n: number) => act(() => root.querySelectorAll<HTMLButtonElement>(".both button")[n]?.click());
	return { m, sent, shows, field, type, leave, both, press };
}

test("what is written goes with the position it was written on top of", () => {
	const s = stage();
	s.shows("Kultur", 5);
	s.type("Kultur og IKT");
	s.leave();
	expect(s.sent).toEqual([{ text: "Kultur og IKT", seen: 5 }]);
	s.shows("Kultur og IKT", 9);
	expect(s.both()).toBeNull();
});

test("one's own words coming back while one writes on are no surprise", () => {
	const s = stage();
	s.shows("", 0);
	s.type("Kultur");
	s.leave();
	s.type("Kultur og IKT");
	s.shows("Kultur", 9);
	expect(s.both()).toBeNull();
	expect(s.field().value).toBe("Kultur og IKT");
});

test("what somebody else wrote meanwhile is held against mine, and leaving the field sends nothing", () => {
	const s = stage();
	s.shows("", 0);
	s.type("Skole");
	s.shows("NAV", 7);
	expect(s.both()?.textContent).toContain("NAV");
	expect(s.both()?.textContent).toContain("Skole");
	s.leave();
	expect(s.sent).toEqual([]);
	s.press(1);
	expect(s.sent).toEqual([{ text: "Skole", seen: 7 }]);
	s.shows("Skole", 8);
	expect(s.both()).toBeNull();
});

test("a no from the server brings my words back, and letting go of them sends nothing", () => {
	const s = stage();
	s.shows("Kultur", 5);
	s.m.send("measure.edit", { id: "m1", field: "responsible", text: "Skole", seen: 5 }, "measure/m1/responsible");
	const id = s.m.outbox.waiting.value[0]?.id ?? "";
	act(() => s.m.outbox.refused(id, "changed"));
	s.shows("NAV", 7);
	expect(s.both()?.textContent).toContain("Skole");
	s.press(0);
	expect(s.both()).toBeNull();
	expect(s.field().value).toBe("NAV");
	expect(s.sent).toEqual([]);
});

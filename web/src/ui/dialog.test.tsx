import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Dialog } from "./dialog";

const pressed: string[] = [];
let close: () => void;

/** A button that opens a box, with a field and a button in it, and something beneath that does the next thing. */
function Page() {
	const [open, set] = useState(false);
	close = () => set(false);
	const press = (name: string, then?: () => void) => (
		<button
			type="button"
			id={name}
			onClick={() => {
				pressed.push(name);
				then?.();
			}}
		/>
	);
	return (
		<>
			{press("open", () => set(true))}
			{press("beneath")}
			{open ? (
				<Dialog title="" onClose={() => set(false)}>
					{press("inside")}
					{press("yes", () => set(false))}
				</Dialog>
			) : null}
		</>
	);
}

let page: HTMLElement;
let now = 0;
beforeEach(() => {
	page = document.body.appendChild(document.createElement("div"));
	act(() => render(<Page />, page));
	pressed.length = 0;
	now += 10_000;
});
afterEach(() => {
	act(() => render(null, page));
	page.remove();
});

/** tap is a finger at a place on the screen, so many milliseconds after the last one. */
function tap(id: string, after: number, x = 100, y = 100): void {
	now += after;
	for (const type of ["mousedown", "click"]) {
		const e = new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, detail: 1 });
		Object.defineProperty(e, "timeStamp", { value: now });
		act(() => void page.querySelector(`#${id}`)?.dispatchEvent(e));
	}
}

test("the second of two taps is not for what the first one opened, nor for what lies beneath what it closed", () => {
	tap("open", 0);
	tap("inside", 150, 108, 96);
	tap("inside", 150, 108, 96); // a thumb that shakes
	expect(pressed).toEqual(["open"]);
	tap("yes", 2000);
	tap("beneath", 200);
	expect(pressed).toEqual(["open", "yes"]);
	expect(page.querySelector("dialog")).toBeNull();
	tap("beneath", 400);
	expect(pressed).toEqual(["open", "yes", "beneath"]);
});

test("a quick tap on another place is meant", () => {
	tap("open", 0);
	tap("inside", 150, 100, 300);
	tap("yes", 150);
	tap("beneath", 150, 20, 100);
	tap("beneath", 50);
	expect(pressed).toEqual(["open", "inside", "yes", "beneath", "beneath"]);
});

test("two who tap after each other on one place both mean it, also right after a box that went by itself", () => {
	tap("open", 0);
	now += 2000;
	act(() => close()); // a number was typed
	tap("beneath", 30);
	tap("beneath", 60);
	expect(pressed).toEqual(["open", "beneath", "beneath"]);
});

test("what is pressed with a key is never the second of two taps", () => {
	tap("open", 0, 0, 0);
	const key = new MouseEvent("click", { bubbles: true, cancelable: true, detail: 0 });
	act(() => void page.querySelector("#inside")?.dispatchEvent(key));
	expect(pressed).toEqual(["open", "inside"]);
});

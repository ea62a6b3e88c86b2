import { render } from "preact";
import { useState } from "preact/hooks";
import { act } from "preact/test-utils";
import { expect, test, vi } from "vitest";
import { Dialog } from "./dialog";

test("the second of two taps on what closes a dialog is not for what lies beneath, and a new one is", () => {
	vi.useFakeTimers();
	const beneath = vi.fn();
	function Page() {
		const [open, set] = useState(true);
		return (
			<>
				<button type="button" id="beneath" onClick={beneath} />
				{open ? (
					<Dialog title="" onClose={() => {}}>
						<button type="button" id="yes" onClick={() => set(false)} />
					</Dialog>
				) : null}
			</>
		);
	}
	const page = document.body.appendChild(document.createElement("div"));
	act(() => render(<Page />, page));
	const tap = (id: string, detail: number) =>
		act(
			() =>
				void page
					.querySelector(id)
					?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail })),
		);
	tap("#yes", 1);
	expect(page.querySelector("dialog")).toBeNull();
	tap("#beneath", 2);
	expect(beneath).not.toHaveBeenCalled();
	tap("#beneath", 1);
	expect(beneath).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(500);
	tap("#beneath", 2);
	expect(beneath).toHaveBeenCalledTimes(2);
	vi.useRealTimers();
	act(() => render(null, page));
});

/**
 * A clicker types into whichever window is in front: the panel's, or the board's on the other screen. The two tell
 * each other what was pressed, within this browser and no further, so that it does the same in both. The board still
 * sends nothing to the meeting: it is the panel that does.
 */
export type Press = "next" | "back" | "black" | "code";

/** What the panel tells the board: that a press was answered with something to read there, and that it has been. No more than that. */
type Word = "says" | "said";

export interface Clicker {
	/** there tells whether the other window has been heard of. */
	there(): boolean;
	press(what: Press | Word): void;
	close(): void;
}

/** clicker listens for what is pressed in the other window. A browser that has no such line has no other window. */
export function clicker(room: string, me: "lead" | "board", pressed: (what: Press | Word) => void): Clicker {
	if (typeof BroadcastChannel === "undefined") return { there: () => false, press: () => {}, close: () => {} };
	const line = new BroadcastChannel(`dugnad/${room}/clicker`);
	let there = false;
	line.onmessage = (e: MessageEvent<{ from: string; what: Press | Word | "hello" | "here" | "bye" }>) => {
		const { from, what } = e.data ?? {};
		if (from === me || (from !== "lead" && from !== "board")) return;
		there = what !== "bye";
		if (what === "hello") line.postMessage({ from: me, what: "here" });
		else if (what === "bye")
			pressed("said"); // a panel that is gone has nothing to say
		else if (what !== "here") pressed(what);
	};
	line.postMessage({ from: me, what: "hello" });
	return {
		there: () => there,
		press: (what) => line.postMessage({ from: me, what }),
		close: () => {
			line.postMessage({ from: me, what: "bye" });
			line.close();
		},
	};
}

import { useEffect, useRef } from "preact/hooks";
import { whisper } from "../participant/voice";

const rest = 8_000;

/** useSummary reads aloud that a list has grown: seldom, and never while somebody writes. */
export function useSummary(n: number, words: () => string): void {
	const heard = useRef(n);
	const last = useRef(0);
	useEffect(() => {
		const writing = document.activeElement?.matches("input, textarea") ?? false;
		if (n <= heard.current || writing || Date.now() - last.current < rest) return;
		heard.current = n;
		last.current = Date.now();
		whisper(words());
	}, [n]);
}

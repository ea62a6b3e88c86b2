import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { notebook } from "../state/notebook";
import { lang, t } from "../words/words";
import { IconButton } from "./button";
import { speaker } from "./icons";

const speech = typeof speechSynthesis === "undefined" ? undefined : speechSynthesis;
const heard: Signal<readonly SpeechSynthesisVoice[]> = signal([]);
const listen = () => {
	heard.value = speech?.getVoices() ?? [];
};
listen();
speech?.addEventListener?.("voiceschanged", listen);

const reading = signal(false);
/** Whether each page has its *Les høyt*. Who reads plain Norwegian has it without asking. */
export const aloud: Signal<string> = signal(notebook.read("aloud") ?? "");
export const readsAloud = (): boolean => (aloud.value === "" ? lang.value === "nb-enkel" : aloud.value === "yes");

export function readAloud(on: boolean): void {
	aloud.value = on ? "yes" : "no";
	notebook.write("aloud", aloud.value);
}

/** voice is one that lives on the phone. One that sends what it reads to somebody is never used: it is what people have written. */
export function voice(): SpeechSynthesisVoice | undefined {
	const spoken = lang.value.slice(0, 2);
	const close = spoken === "nb" || spoken === "nn" ? [spoken, "nb", "no", "nn"] : [spoken];
	const local = heard.value.filter((v) => v.localService);
	for (const code of close) {
		const found = local.find((v) => v.lang.toLowerCase().startsWith(code));
		if (found) return found;
	}
	return undefined;
}

/** Aloud reads the page. A second press stops it, and so does another page. */
export function Aloud() {
	useEffect(() => stop, []);
	const by = voice();
	if (!by || !readsAloud()) return null;
	return (
		<IconButton
			icon={speaker}
			label={t(reading.value ? "p.aloud.stop" : "p.aloud")}
			onClick={() => (reading.peek() ? stop() : read(by))}
		/>
	);
}

function stop(): void {
	if (!reading.peek()) return;
	reading.value = false;
	speech?.cancel();
}

function read(by: SpeechSynthesisVoice): void {
	const lines = (document.querySelector("main")?.innerText ?? "").split("\n").filter((line) => line.trim());
	reading.value = lines.length > 0;
	lines.forEach((line, n) => {
		const words = new SpeechSynthesisUtterance(line);
		words.voice = by;
		words.lang = by.lang;
		if (n === lines.length - 1) {
			words.onend = () => {
				reading.value = false;
			};
		}
		speech?.speak(words);
	});
}

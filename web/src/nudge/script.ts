import { tongues } from "../gen/tongues";

/** The scripts that the languages we name are written in, beside our own. Any other is still seen to be another. */
const scripts = ["Arabic", "Cyrillic", "Ethiopic"].map((name) => new RegExp(`\\p{Script=${name}}`, "u"));

/** foreign tells whether most letters of a text are none that Norwegian, English or Swedish is written with: the meeting's own rule (room/tongue.go), held to the same sentences. */
export function foreign(text: string): boolean {
	const letters = text.match(/\p{L}/gu) ?? [];
	const ours = letters.filter((l) => /\p{Script=Latin}/u.test(l)).length;
	return letters.length > 1 && ours * 2 < letters.length;
}

/** writtenSo lists the languages that a text may be in by the look of its letters, and last the one for all others. None when it may well be Norwegian. */
export function writtenSo(text: string): readonly string[] {
	if (!foreign(text)) return [];
	const script = scripts.find((s) => s.test(text));
	return tongues.filter(([, name]) => !name || script?.test(name)).map(([code]) => code);
}

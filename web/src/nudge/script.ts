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

const few = 3; // letters: a name or a shortening within a text of another script, on its way

/** ours tells whether a text is written in our letters, and long enough to go by. */
function ours(text: string): boolean {
	return (text.match(/\p{Script=Latin}/gu) ?? []).length > few && !foreign(text);
}

/**
 * mayBe lists the languages to offer for a text by the look of its letters: those it may be in, or for our own letters the
 * meeting's, which is empty, and the page's. None for a text too short to go by.
 */
export function mayBe(text: string, page: string): readonly string[] {
	if (ours(text)) return ["", ...tongues.flatMap(([code]) => (code === page ? code : []))];
	return writtenSo(text);
}

/** belies tells whether the letters of a text are of another script than the language it is said to be in. */
export function belies(text: string, lang: string): boolean {
	if (foreign(text)) return !writtenSo(text).includes(lang);
	return ours(text) && tongues.some(([code, name]) => code === lang && foreign(name));
}

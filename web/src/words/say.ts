export type Args = Readonly<Record<string, string | number>>;

/**
 * say fills in a text: `{name}`, and `{n, plural, one {…} other {…}}` with the
 * language's own forms. Nothing more. A brace that is neither stays as it
 * stands. Go reads the same texts the same way; both are held to
 * locales/say.cases.txt.
 */
export function say(lang: string, text: string, args: Args = {}): string {
	let out = "";
	for (let at = 0; ; ) {
		const open = text.indexOf("{", at);
		const end = open < 0 ? -1 : closing(text, open);
		if (end < 0) return out + text.slice(at);
		out += text.slice(at, open) + (hole(lang, text.slice(open + 1, end), args) ?? text.slice(open, end + 1));
		at = end + 1;
	}
}

/** The plural rules of each language that has been asked for: to make them costs more than all else a text does. */
const plurals: Record<string, Intl.PluralRules> = {};

function hole(lang: string, inside: string, args: Args): string | undefined {
	const plural = /^\s*(\w+)\s*,\s*plural\s*,/.exec(inside);
	if (!plural) {
		const value = args[inside.trim()];
		return value === undefined ? undefined : String(value);
	}
	const n = Number(args[plural[1] as string]);
	if (Number.isNaN(n)) return undefined;
	const forms = branches(inside.slice(plural[0].length));
	plurals[lang] ??= new Intl.PluralRules(lang);
	const form = forms.get(plurals[lang].select(n)) ?? forms.get("other");
	return form === undefined ? undefined : say(lang, form, args);
}

function branches(text: string): Map<string, string> {
	const forms = new Map<string, string>();
	for (let at = text.indexOf("{"); at >= 0; at = text.indexOf("{", at)) {
		const end = closing(text, at);
		if (end < 0) break;
		const name = text.slice(0, at).split("}").pop()?.trim() ?? "";
		forms.set(name, text.slice(at + 1, end));
		at = end + 1;
	}
	return forms;
}

/** closing finds the brace that closes the one at a position, or -1. */
function closing(text: string, open: number): number {
	let depth = 0;
	for (let i = open; i < text.length; i++) {
		if (text[i] === "{") depth++;
		if (text[i] === "}" && --depth === 0) return i;
	}
	return -1;
}

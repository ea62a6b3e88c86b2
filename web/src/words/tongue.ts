import { locale } from "./locale";
import { lang } from "./words";

/** tongue is what a language is called in the language on screen, as it stands inside a sentence. */
export const tongue = (code: string): string =>
	new Intl.DisplayNames(locale(lang.value), { type: "language" }).of(code) ?? code;

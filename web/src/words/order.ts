import { locale } from "./locale";
import { lang } from "./words";

/** alphabetical sets what people have written in the order of the language on screen: in Norwegian æ ø å come last, and aa is å. */
export const alphabetical = (words: Iterable<string>): string[] =>
	[...words].sort(new Intl.Collator(locale(lang.value)).compare);

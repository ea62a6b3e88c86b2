import { locale } from "./locale";
import { lang } from "./words";

/** number writes a number as one does in the language on screen, “1 234” or “1,234”. */
export const number = (n: number): string => new Intl.NumberFormat(locale(lang.value)).format(n);

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** What a keyboard in another script writes for the same: Arabic and Persian digits, Cyrillic letters that look alike. */
const other = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹АВСЕНКМОРТХУ";
const ours = "01234567890123456789ABCEHKM0PTXY";

/**
 * tidy reads a join code as a tired person types it, or pastes it: any case,
 * spaces and hyphens, O for 0, I and L for 1, a whole link, the signs of another keyboard. What is not of the
 * alphabet stays out; the server has the last word.
 */
export function tidy(typed: string): string {
	const code = typed.includes("#") ? typed.slice(typed.lastIndexOf("#") + 1) : typed;
	return Array.from(code.normalize("NFKC").toUpperCase().replaceAll("O", "0").replaceAll(/[IL]/g, "1"))
		.map((c) => ours[other.indexOf(c)] ?? c)
		.filter((c) => alphabet.includes(c))
		.join("");
}

/** complete tells a code from the beginning of one. */
export const complete = (code: string): boolean => code.length === 8;

/** spaced writes a code as it stands on the board: XXXX-XXXX. */
export function spaced(code: string): string {
	const tidied = tidy(code);
	return complete(tidied) ? `${tidied.slice(0, 4)}-${tidied.slice(4)}` : code;
}

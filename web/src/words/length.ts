/** A character may take so many bytes. Ten thousand accents on one letter are seen as one, and are too many all the same. */
const most = 16;

/** length counts what people see as characters, where the browser knows how, and as many as the server takes them for. */
export const length = (text: string): number => Math.max(seen(text), Math.ceil(new Blob([text]).size / most));

function seen(text: string): number {
	if ("Segmenter" in Intl) {
		let n = 0;
		for (const _ of new Intl.Segmenter().segment(text)) n++;
		return n;
	}
	return Array.from(text).length;
}

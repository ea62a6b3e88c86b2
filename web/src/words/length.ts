/** length counts what people see as characters, where the browser knows how. */
export function length(text: string): number {
	if ("Segmenter" in Intl) {
		let n = 0;
		for (const _ of new Intl.Segmenter().segment(text)) n++;
		return n;
	}
	return Array.from(text).length;
}

/** What the first half of a long word ends in, so often that the two halves can be told apart: forenings-livet, kommune-styret. */
const joint =
	/(?:ings|sjons|tions|hei?ts|skaps|tets|beids|dags|tids|retts|doms|kommune|kommun(?=[sfmlht])|frivillig|foreldre|familie|skole)(?=\p{L}{4})/giu;

/**
 * soft says where a long word may be cut with a hyphen. `hyphens: auto` asks the browser for that, and the browser on a
 * hall's machine may have no dictionary for our languages: a narrow card then cuts the word anywhere, without a mark.
 */
export const soft = (text: string): string =>
	text.replace(/\p{L}{12,}/gu, (word) => word.replace(joint, (first) => `${first}\u00ad`));

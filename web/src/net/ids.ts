/** Ids from the phone's own dice. getRandomValues is there also on plain http, where randomUUID is not. */

const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** newId is 26 characters, 130 bits: nobody will ever throw the same. */
export function newId(length = 26): string {
	const dice = crypto.getRandomValues(new Uint8Array(length));
	return Array.from(dice, (d) => letters[d & 31]).join("");
}

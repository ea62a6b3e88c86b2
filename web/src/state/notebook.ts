/** The phone's own small notebook: half-written texts and choices, which the server has no business with. */
export const notebook = {
	read(key: string): string | null {
		try {
			return localStorage.getItem(key);
		} catch {
			return null;
		}
	},
	/** keys are those that begin so. */
	keys(beginning: string): string[] {
		try {
			return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
		} catch {
			return [];
		}
	},
	/** write keeps a text, or forgets it when it is empty. It tells whether the phone could. */
	write(key: string, text: string): boolean {
		try {
			if (text === "") localStorage.removeItem(key);
			else localStorage.setItem(key, text);
			return true;
		} catch {
			return false; // private windows and full phones: memory holds it while the page lives
		}
	},
};

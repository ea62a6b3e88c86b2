/** codeText is how a code is written for people: K7Q4-XP2M. */
export function codeText(code: string | undefined): string {
	if (!code) return "";
	const plain = code.replace("-", "");
	return plain.length === 8 ? `${plain.slice(0, 4)}-${plain.slice(4)}` : code;
}

/** longest writes a text as long as the rules allow, in words that do not break easily. */
export function longest(n: number): string {
	const words = "Samarbeidsavtale mellom kommunen, frivilligsentralen og idrettsrådet om ettermiddagstilbud ";
	return `${words
		.repeat(5)
		.slice(0, n - 1)
		.trimEnd()}…`;
}

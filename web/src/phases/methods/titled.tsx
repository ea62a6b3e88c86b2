import type { OptionView } from "../../gen/protocol";

/** Beneath is the second line alone. */
export function Beneath({ of, lang }: { of: OptionView; lang: string | undefined }) {
	return of.also ? (
		<span class="also" lang={lang} dir="auto">
			{of.also}
		</span>
	) : null;
}

/** Titled is a proposal as it stands on the ballot, and under it the same in the meeting's second language, if somebody has said it. */
export function Titled({ of, lang }: { of: OptionView; lang: string | undefined }) {
	return (
		<span dir="auto">
			{of.title}
			<Beneath of={of} lang={lang} />
		</span>
	);
}

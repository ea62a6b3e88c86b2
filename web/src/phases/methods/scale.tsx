import type { RowProps } from "./index";
import { Beneath } from "./titled";
import { withWord, word } from "./word";

/** Scale is one option with the words one may say of it, one of them at a time. */
export function Scale({
	option,
	choice,
	set,
	words,
	name,
	lang,
}: Omit<RowProps, "vote"> & {
	lang: string | undefined;
	words: readonly (readonly [word: string, text: string])[];
	name: string;
}) {
	const said = word(choice, option.id);
	return (
		<fieldset class="option" data-on={said ? "" : undefined}>
			<legend class="vh">
				{option.n} {option.title}
			</legend>
			<span class="n" aria-hidden="true">
				{option.n}
			</span>
			<span dir="auto" aria-hidden="true">
				{option.title}
				<Beneath of={option} lang={lang} />
			</span>
			<span class="scale" data-many={words.length > 4 ? "" : undefined}>
				{words.map(([w, text]) => (
					<label key={w}>
						<input
							type="radio"
							name={`${name}-${option.id}`}
							checked={said === w}
							onChange={() => set(withWord(choice, option.id, w))}
						/>
						<span>{text}</span>
					</label>
				))}
			</span>
		</fieldset>
	);
}

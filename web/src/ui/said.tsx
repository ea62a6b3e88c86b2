import { t } from "../words/words";

/** What somebody wrote: in the meeting's language, or in one of its own with or without a Norwegian line beneath. */
export interface Words {
	text: string;
	lang?: string | undefined;
	norsk?: string | undefined;
}

/** says is what the hall reads of it. */
export const says = (w: Words): string => w.norsk || w.text;

/** spoken is a language as the page says it: one that nobody has named is no known one. */
export const spoken = (lang?: string): { lang?: string } => (lang ? { lang: lang === "und" ? "" : lang } : {});

/** Said is a text as it was written, and what it says in Norwegian. */
export function Said({ text, lang, norsk }: Words) {
	return (
		<>
			<p dir="auto" {...spoken(lang)}>
				{text}
			</p>
			{norsk ? (
				<p class="norsk">
					<span class="small">{t("common.norsk")}</span>{" "}
					<span dir="auto" lang="nb">
						{norsk}
					</span>
				</p>
			) : null}
		</>
	);
}

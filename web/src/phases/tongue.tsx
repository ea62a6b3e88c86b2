import { tongues } from "../gen/tongues";
import { spoken } from "../ui/said";
import { t } from "../words/words";

/** Tongue asks which language a note is in, each by its own name for itself. It need not be answered. */
export function Tongue({ id, lang, set }: { id: string; lang: string; set: (lang: string) => void }) {
	return (
		<div class="tongue">
			<label class="small" for={id}>
				{t("p.note.lang")}
			</label>
			<select class="ds-input" id={id} value={lang} onChange={(e) => set(e.currentTarget.value)}>
				<option value="">{t("p.note.lang_none")}</option>
				{tongues.map(([code, name]) => (
					<option key={code} value={code} {...spoken(name ? code : undefined)}>
						{name || t("p.note.lang_other")}
					</option>
				))}
			</select>
		</div>
	);
}

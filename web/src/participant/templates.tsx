import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { TemplateLine } from "../net/api";
import * as api from "../net/api";
import { t } from "../words/words";

/** TemplateChoice is the meetings one can hold in a language. Until they have come, the one already chosen stands. */
export function TemplateChoice({
	lang,
	chosen,
	picked,
}: {
	lang: string;
	chosen: Signal<string>;
	picked: Signal<boolean>;
}) {
	const lines = useSignal<TemplateLine[]>([]);
	useEffect(() => {
		let here = true;
		void api.templates(lang).then((answer) => {
			if (here && answer.ok) lines.value = answer.body;
		});
		return () => {
			here = false;
		};
	}, [lang, lines]);
	const line = lines.value.find((l) => l.id === chosen.value);
	return (
		<>
			<select
				class="ds-input"
				id="template"
				value={chosen.value}
				aria-describedby="template-fits"
				onChange={(e) => {
					chosen.value = e.currentTarget.value;
					picked.value = true;
				}}
			>
				{lines.value.map((l) => (
					<option key={l.id} value={l.id}>
						{l.title}
					</option>
				))}
			</select>
			<p class="small muted" id="template-fits">
				{line ? t("p.plan.fits", { minutes: line.minutes, from: line.from, to: line.to }) : ""}
			</p>
		</>
	);
}

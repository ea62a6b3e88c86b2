import { useEffect, useId, useState } from "preact/hooks";
import { length } from "../words/length";
import { t } from "../words/words";

interface Props {
	label: string;
	value: string;
	save: (value: string) => void;
	max?: number;
	type?: "text" | "date" | "long";
	hint?: string;
	rows?: number;
	/** The label is read aloud and not drawn: a table's head says it already. */
	bare?: boolean;
}

const dated = { type: "date" } as const;
const written = { type: "text" } as const;

/**
 * Field saves when it is left. Until the server shows what was written, the field keeps it, so that
 * nothing flickers and a refused text is not lost.
 */
export function Field({ label, value, save, max, type = "text", hint, rows = 2, bare }: Props) {
	const id = useId();
	const [draft, setDraft] = useState<string | undefined>(undefined);
	useEffect(() => {
		if (draft === value) setDraft(undefined);
	}, [draft, value]);
	const text = draft ?? value;
	const over = max ? length(text) - max : 0;
	const commit = (now: string) => {
		if (over <= 0 && now.trim() !== value) save(now.trim());
		else if (now.trim() === value) setDraft(undefined);
	};
	const given = {
		class: "ds-input",
		id,
		dir: "auto" as const,
		autocomplete: "off",
		value: text,
		"aria-describedby": over > 0 ? `${id}w` : hint ? `${id}h` : undefined,
		"aria-invalid": over > 0,
		onInput: (e: Event) => setDraft((e.currentTarget as HTMLInputElement).value),
		onBlur: (e: Event) => draft !== undefined && commit((e.currentTarget as HTMLInputElement).value),
		onKeyDown: (e: KeyboardEvent) => {
			if (e.key === "Enter") (e.currentTarget as HTMLElement).blur();
			if (e.key === "Escape") setDraft(undefined);
		},
	};
	return (
		<div class="field">
			<label class={bare ? "vh" : "ds-label"} for={id}>
				{label}
			</label>
			{hint ? (
				<p class="hint" id={`${id}h`}>
					{hint}
				</p>
			) : null}
			{type === "long" ? (
				<textarea rows={rows} {...given} />
			) : (
				<input {...given} {...(type === "date" ? dated : written)} />
			)}
			{over > 0 ? (
				<p class="ds-validation-message" id={`${id}w`} role="alert">
					{t("lead.over", { n: over })}
				</p>
			) : null}
		</div>
	);
}

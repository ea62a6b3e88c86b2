import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { t } from "../words/words";

interface Props {
	id: string;
	label: string;
	/** How many digits there are; the last of them sends. */
	n: number;
	busy?: boolean;
	hint?: ComponentChildren;
	/** What was wrong with what was typed; empty when nothing was. */
	wrong?: string;
	onTyped: (code: string) => void;
}

/** DigitsField takes the digits that stand on another phone. One field, not a box for each. */
export function DigitsField({ id, label, n, busy = false, hint, wrong: said = "", onTyped }: Props) {
	const [typed, type] = useState("");
	const [few, miss] = useState(false);
	const wrong = few ? t("common.digits", { n }) : said;
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{label}
			</label>
			{hint ? (
				<p class="hint" id={`${id}-hint`}>
					{hint}
				</p>
			) : null}
			<input
				class="ds-input codeinput"
				id={id}
				dir="ltr"
				inputMode="numeric"
				autocomplete="off"
				maxLength={n}
				aria-busy={busy}
				aria-describedby={[hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined}
				aria-invalid={wrong ? true : undefined}
				value={typed}
				onKeyDown={(e) => e.key === "Enter" && miss(typed.length > 0)}
				onInput={(e) => {
					miss(false);
					const code = e.currentTarget.value.replace(/\D/g, "").slice(0, n);
					type(code);
					e.currentTarget.value = code;
					if (code.length < n) return;
					onTyped(code);
					type("");
				}}
			/>
			{wrong ? (
				<p class="ds-validation-message" id={`${id}-wrong`} role="alert">
					{wrong}
				</p>
			) : null}
		</div>
	);
}

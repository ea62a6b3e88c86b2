import { useId, useRef } from "preact/hooks";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { paper } from "../ui/icons";
import { t } from "../words/words";

interface Props {
	label: string;
	text: string;
	rows?: number;
	/** When given, the text can be changed before it is copied. */
	onInput?: (text: string) => void;
	yes?: string;
	ltr?: boolean;
}

/**
 * Copy is a text to take along. On plain http a page may not write to the clipboard, so the text
 * stands in a field that can be marked, and the old way is tried.
 */
export function Copy({ label, text, rows = 2, onInput, yes, ltr }: Props) {
	const id = useId();
	const field = useRef<HTMLTextAreaElement>(null);
	const copy = async () => {
		field.current?.select();
		const done = navigator.clipboard
			? await navigator.clipboard.writeText(text).then(
					() => true,
					() => false,
				)
			: document.execCommand("copy");
		say(t(done ? "follow.copied" : "follow.copy_yourself"));
	};
	return (
		<div class="field copy">
			<label class="ds-label" for={id}>
				{label}
			</label>
			<textarea
				class="ds-input"
				id={id}
				ref={field}
				rows={rows}
				dir={ltr ? "ltr" : "auto"}
				readOnly={!onInput}
				value={text}
				onInput={(e) => onInput?.(e.currentTarget.value)}
			/>
			<Button variant="paper" small icon={paper} onClick={() => void copy()}>
				{yes ?? t("follow.copy")}
			</Button>
		</div>
	);
}

import { useRef, useState } from "preact/hooks";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { length } from "../words/length";
import { t } from "../words/words";

interface Props {
	title: string;
	label: string;
	hint?: string;
	text: string;
	max: number;
	yes: string;
	onYes: (text: string) => void;
	onClose: () => void;
}

/** Write asks for one text. It closes only when there is something to take. */
export function Write({ title, label, hint, text, max, yes, onYes, onClose }: Props) {
	const [now, set] = useState(text);
	const [asked, ask] = useState(false);
	const field = useRef<HTMLTextAreaElement>(null);
	const over = length(now) - max;
	const wrong = over > 0 ? t("follow.over", { n: over }) : asked && !now.trim() ? t("refused.empty") : "";
	return (
		<Dialog title={title} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					ask(true);
					if (over > 0 || !now.trim()) {
						field.current?.focus();
						return;
					}
					onYes(now.trim());
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="write">
						{label}
					</label>
					{hint ? <p class="hint">{hint}</p> : null}
					<textarea
						class="ds-input"
						id="write"
						ref={field}
						rows={2}
						dir="auto"
						value={now}
						aria-invalid={wrong !== ""}
						aria-describedby={wrong ? "write-wrong" : undefined}
						onInput={(e) => set(e.currentTarget.value)}
						onKeyDown={(e) => {
							if (e.key !== "Enter" || e.shiftKey) return;
							e.preventDefault();
							e.currentTarget.form?.requestSubmit();
						}}
					/>
					{wrong ? (
						<p class="ds-validation-message" id="write-wrong" role="alert">
							{wrong}
						</p>
					) : null}
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{yes}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

import { useId, useState } from "preact/hooks";
import { Button } from "../ui/button";

interface Props {
	label: string;
	hint?: string;
	yes: string;
	onYes: (mail: string) => void;
}

/** MailField takes one address. Whether it is one, the server says. */
export function MailField({ label, hint, yes, onYes }: Props) {
	const id = useId();
	const [now, set] = useState("");
	return (
		<form
			class="stack-s"
			onSubmit={(e) => {
				e.preventDefault();
				if (now.trim()) onYes(now.trim());
			}}
		>
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
					class="ds-input"
					id={id}
					type="email"
					autocomplete="email"
					maxLength={254}
					required
					value={now}
					aria-describedby={hint ? `${id}-hint` : undefined}
					onInput={(e) => set(e.currentTarget.value)}
				/>
			</div>
			<div>
				<Button variant="paper" small type="submit">
					{yes}
				</Button>
			</div>
		</form>
	);
}

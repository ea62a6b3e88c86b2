import { useState } from "preact/hooks";

interface Props {
	id: string;
	label: string;
	/** How many digits there are; the last of them sends. */
	n: number;
	busy: boolean;
	onTyped: (code: string) => void;
}

/** DigitsField takes the digits that stand on another phone. One field, not a box for each. */
export function DigitsField({ id, label, n, busy, onTyped }: Props) {
	const [typed, type] = useState("");
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{label}
			</label>
			<input
				class="ds-input codeinput"
				id={id}
				dir="ltr"
				inputMode="numeric"
				autocomplete="off"
				maxLength={n}
				aria-busy={busy}
				value={typed}
				onInput={(e) => {
					const code = e.currentTarget.value.replace(/\D/g, "").slice(0, n);
					type(code);
					e.currentTarget.value = code;
					if (code.length < n) return;
					onTyped(code);
					type("");
				}}
			/>
		</div>
	);
}

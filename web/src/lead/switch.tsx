/** Switch is something that is on or off, with a sentence on what that does. */
export function Switch({
	on,
	text,
	hint,
	set,
}: {
	on: boolean;
	text: string;
	hint: string;
	set: (on: boolean) => void;
}) {
	return (
		<label class="switch">
			<input class="ds-input" type="checkbox" checked={on} onChange={(e) => set(e.currentTarget.checked)} />
			<span>
				<b>{text}</b>
				<small class="muted">{hint}</small>
			</span>
		</label>
	);
}

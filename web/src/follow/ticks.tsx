import { useRef, useState } from "preact/hooks";
import { Button, IconButton } from "../ui/button";
import { plus, trash } from "../ui/icons";
import { t } from "../words/words";

export interface Tick {
	id: string;
	text: string;
	date: string;
	done: boolean;
}

interface Props {
	list: readonly Tick[];
	say: (date: string) => string;
	add: string;
	label: string;
	max: number;
	/** Whether a date is given when one is written, as for what should happen by a day. */
	dated: boolean;
	put: (tick: Tick) => void;
	fresh: () => string;
	remove: (tick: Tick) => void;
}

/** Ticks is a list of what is done and what is not: places that have taken a routine into use, or milestones. */
export function Ticks({ list, say, add, label, max, dated, put, fresh, remove }: Props) {
	const [text, write] = useState("");
	const [date, setDate] = useState("");
	const field = useRef<HTMLInputElement>(null);
	return (
		<>
			{list.length ? (
				<ul class="ticks">
					{list.map((x) => (
						<li key={x.id}>
							<label class="tick">
								<input
									type="checkbox"
									checked={x.done}
									onChange={(e) => put({ ...x, done: e.currentTarget.checked })}
								/>
								<span>
									<span dir="auto">{x.text}</span>
									{x.date ? <span class="small muted num"> {say(x.date)}</span> : null}
								</span>
							</label>
							<IconButton icon={trash} label={t("follow.remove", { what: x.text })} onClick={() => remove(x)} />
						</li>
					))}
				</ul>
			) : null}
			<form
				class="add"
				onSubmit={(e) => {
					e.preventDefault();
					if (!text.trim()) {
						field.current?.focus();
						return;
					}
					put({ id: fresh(), text: text.trim(), date, done: false });
					write("");
					setDate("");
					field.current?.focus();
				}}
			>
				<label class="field">
					<span class="ds-label">{label}</span>
					<input
						class="ds-input"
						ref={field}
						dir="auto"
						autocomplete="off"
						maxLength={max}
						value={text}
						onInput={(e) => write(e.currentTarget.value)}
					/>
				</label>
				{dated ? (
					<label class="field">
						<span class="ds-label">{t("common.due")}</span>
						<input class="ds-input" type="date" value={date} onInput={(e) => setDate(e.currentTarget.value)} />
					</label>
				) : null}
				<Button variant="paper" small icon={plus} type="submit">
					{add}
				</Button>
			</form>
		</>
	);
}

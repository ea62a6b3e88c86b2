import { useEffect, useId, useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { length } from "../words/length";
import { t } from "../words/words";
import { Both } from "./both";
import { dropOvertaken, overtaken } from "./refusals";

interface Props {
	m: Meeting;
	label: string;
	hint?: string;
	/** Names the place, so that a no can be laid beside what was written there. */
	slot: string;
	value: string;
	/** The position at which it was last written, as shown now. */
	seen: number;
	/** Sends a text with the position it was written on top of. */
	save: (text: string, seen: number) => void;
	max?: number;
	type?: "text" | "date" | "long";
	options?: readonly { value: string; text: string }[];
	/** How a value is written for people when two are held against each other. */
	written?: (value: string) => string;
	/** Told of every stroke, for a count of words. */
	typing?: (text: string | undefined) => void;
}

const dated = { type: "date" } as const;
const plain = { type: "text" } as const;

interface Draft {
	text: string;
	/** What stood there when the writing began, and its position. */
	was: string;
	seen: number;
	/** It has been sent: nothing more is to be done until somebody else turns out to have been first. */
	sent: boolean;
}

/**
 * Field saves when it is left. If somebody else has written meanwhile both texts
 * are shown, whether it is seen here or the server says so, and nothing is
 * written over in silence.
 */
export function Field(props: Props) {
	const { m, label, hint, slot, value, seen, save, max, type = "text", options, written = (v) => v, typing } = props;
	const id = useId();
	const [draft, setDraft] = useState<Draft | undefined>(undefined);
	const refused = overtaken(m, slot)?.with as { text?: string } | undefined;
	const set = (d: Draft | undefined) => {
		setDraft(d);
		typing?.(d?.text);
	};
	useEffect(() => {
		if (draft && draft.text.trim() === value && (draft.sent || draft.seen !== seen)) set(undefined);
	}, [draft, value, seen]);

	const text = draft?.text ?? value;
	const mine = refused?.text ?? draft?.text;
	const clash = mine !== undefined && mine.trim() !== value && (refused !== undefined || elsewhere(draft, value, seen));
	const over = max ? length(text) - max : 0;
	const send = (now: string, on: number) => {
		set({ text: now, was: value, seen: on, sent: true });
		save(now, on);
	};
	const commit = (now: string) => {
		if (clash || over > 0) return;
		const said = now.trim();
		if (said === value) set(undefined);
		else send(said, draft?.seen ?? seen);
	};
	const keep = () => {
		dropOvertaken(m, slot);
		send((mine ?? "").trim(), seen);
	};
	const take = () => {
		dropOvertaken(m, slot);
		set(undefined);
	};
	// What was sent just now is one's own, and no surprise when it comes back.
	const before = draft?.sent ? draft.text : (draft?.was ?? value);
	const change = (now: string) => set({ text: now, was: before, seen: draft?.seen ?? seen, sent: false });
	const describe = [over > 0 ? `${id}w` : "", hint ? `${id}h` : ""].filter(Boolean).join(" ") || undefined;
	const given = {
		class: "ds-input",
		id,
		dir: "auto" as const,
		autocomplete: "off",
		value: text,
		"aria-describedby": describe,
		"aria-invalid": over > 0,
		onInput: (e: Event) => change((e.currentTarget as HTMLInputElement).value),
		onBlur: (e: Event) => {
			if (draft && !draft.sent) commit((e.currentTarget as HTMLInputElement).value);
		},
		onKeyDown: (e: KeyboardEvent) => {
			if (e.key === "Enter" && type !== "long") (e.currentTarget as HTMLElement).blur();
			if (e.key === "Escape" && !clash) set(undefined);
		},
	};
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{label}
			</label>
			{hint ? (
				<p class="hint" id={`${id}h`}>
					{hint}
				</p>
			) : null}
			{options ? (
				<select class="ds-input" id={id} value={text} onChange={(e) => send(e.currentTarget.value, seen)}>
					{options.map((o) => (
						<option key={o.value} value={o.value}>
							{o.text}
						</option>
					))}
				</select>
			) : type === "long" ? (
				<textarea rows={2} {...given} />
			) : (
				<input {...given} {...(type === "date" ? dated : plain)} />
			)}
			{over > 0 ? (
				<p class="ds-validation-message" id={`${id}w`} role="alert">
					{t("follow.over", { n: over })}
				</p>
			) : null}
			{clash ? <Both theirs={written(value)} mine={written(mine)} keep={keep} take={take} /> : null}
		</div>
	);
}

/** elsewhere tells whether what is shown now was written by somebody else since this draft began. */
const elsewhere = (d: Draft | undefined, value: string, seen: number): boolean =>
	d !== undefined && seen > d.seen && value !== d.was && value !== d.text.trim();

import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { whisper } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { lock } from "../ui/icons";
import { spoken } from "../ui/said";
import { length } from "../words/length";
import { t } from "../words/words";
import { asked, keepUsual, useHalf, usual } from "./half";
import { Nudge } from "./nudge";
import { Tongue } from "./tongue";

const near = 40; // characters left at which we begin to count aloud for the eye

/** wrongText tells what is the matter with a text before it is sent, or nothing. */
export function wrongText(text: string, empty: string, most: number = limits.idea): string {
	if (text.trim() === "") return empty;
	const over = length(text.trim()) - most;
	return over > 0 ? t("p.note.over", { n: over }) : "";
}

/** A thumb that taps twice wants to add once: so soon after, in milliseconds, an empty field is nobody's mistake. */
export const twice = 1000;

/** Writer is the field for a new private note. The draft outlives the screen. Its button stands in the foot, with form="note". */
export function Writer({ m }: { m: Meeting }) {
	const text = useHalf(m, "note");
	const wrong = useSignal("");
	const lang = useSignal(usual());
	const field = useRef<HTMLTextAreaElement>(null);
	const added = useRef(-twice);
	const paused = m.store.one("meeting")?.paused ?? false;
	const rest = limits.idea - length(text.value);
	const speak = (to: string) => {
		lang.value = to;
		keepUsual(to);
	};
	return (
		<form
			id="note"
			noValidate
			onSubmit={(e) => {
				e.preventDefault();
				if (!text.value && e.timeStamp - added.current < twice) return;
				wrong.value = paused ? t("p.note.paused") : wrongText(text.value, t("p.note.empty"));
				if (!wrong.value) {
					m.send("idea.post", {
						id: newId(),
						text: text.value,
						...asked(m),
						...(lang.value ? { lang: lang.value } : {}),
					});
					text.value = "";
					added.current = e.timeStamp;
					whisper(t("p.note.added"));
				}
				field.current?.focus();
			}}
		>
			<div class="field">
				<div class="row wrap between">
					<label class="ds-label" for="note-text">
						{t("p.note.new")}
					</label>
					<span class="chip">
						<Icon d={lock} />
						{t("p.note.private")}
					</span>
				</div>
				{paused ? <p class="hint">{t("p.note.paused")}</p> : null}
				<textarea
					class="ds-input"
					id="note-text"
					ref={field}
					rows={3}
					dir="auto"
					{...spoken(lang.value)}
					value={text.value}
					aria-describedby="note-hint note-wrong"
					aria-invalid={wrong.value !== ""}
					onFocus={(e) => e.currentTarget.scrollIntoView({ block: "nearest" })}
					onInput={(e) => {
						text.value = e.currentTarget.value;
						wrong.value = "";
					}}
				/>
				<p class="hint below" id="note-hint" hidden={wrong.value !== "" && rest < 0}>
					{rest <= near
						? rest < 0
							? t("p.note.over", { n: -rest })
							: t("p.note.rest", { n: rest })
						: t("p.note.hint")}
				</p>
				<p class="ds-validation-message" id="note-wrong" role="alert" hidden={!wrong.value}>
					{wrong.value}
				</p>
				<Nudge
					room={m.room}
					text={text.value}
					lang={lang.value}
					speak={speak}
					set={(now) => {
						text.value = now;
						field.current?.focus();
					}}
				/>
				<Tongue id="note-lang" lang={lang.value} set={speak} />
			</div>
		</form>
	);
}

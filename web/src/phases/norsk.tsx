import { useSignal } from "@preact/signals";
import { draft } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, pen, warning } from "../ui/icons";
import { spoken } from "../ui/said";
import { t } from "../words/words";
import type { Note } from "./notes";
import { Nudge } from "./nudge";
import { wrongText } from "./writer";

interface Props {
	m: Meeting;
	note: Pick<Note, "id" | "text" | "lang" | "norsk">;
	/** Somebody wants it aside: then it may also be said that it has been read aloud. */
	aside?: boolean;
	done: () => void;
}

/** Norsk asks what a note says, so that everybody can read it. What was written stays above it. */
export function Norsk({ m, note, aside, done }: Props) {
	const kept = draft(m.room, `norsk-${note.id}`);
	const text = useSignal(kept.peek() || note.norsk);
	const wrong = useSignal("");
	const close = () => {
		kept.value = "";
		done();
	};
	const save = () => {
		wrong.value = wrongText(text.value, t("p.norsk.empty"));
		if (wrong.value) return;
		if (text.value.trim() !== note.norsk) m.send("idea.translate", { id: note.id, text: text.value });
		close();
	};
	return (
		<Dialog
			title={t(aside ? "p.norsk.aside" : "p.norsk.title")}
			onClose={close}
			foot={
				<>
					<Button variant="primary" onClick={save}>
						{t("common.save")}
					</Button>
					<Button variant="paper" onClick={close}>
						{t("common.cancel")}
					</Button>
				</>
			}
		>
			<p class="quoted said" dir="auto" {...spoken(note.lang)}>
				{note.text}
			</p>
			<div class="field">
				<label class="ds-label" for="norsk-text">
					{t("common.norsk")}
				</label>
				<textarea
					class="ds-input"
					id="norsk-text"
					rows={3}
					dir="auto"
					lang="nb"
					value={text.value}
					aria-describedby="norsk-hint norsk-wrong"
					aria-invalid={wrong.value !== ""}
					onInput={(e) => {
						text.value = e.currentTarget.value;
						kept.value = e.currentTarget.value;
						wrong.value = "";
					}}
				/>
				<p class="hint below" id="norsk-hint">
					{t(aside ? "p.norsk.aside_body" : "p.norsk.why")}
				</p>
				<p class="ds-validation-message" id="norsk-wrong" role="alert" hidden={!wrong.value}>
					{wrong.value}
				</p>
				<Nudge
					room={m.room}
					text={text.value}
					set={(now) => {
						text.value = now;
						kept.value = now;
					}}
				/>
			</div>
			{aside ? (
				<Button
					full
					icon={check}
					onClick={() => {
						m.send("idea.hear", { id: note.id });
						m.send("idea.aside", { id: note.id }, `sort:${note.id}`);
						close();
					}}
				>
					{t("p.norsk.heard")}
				</Button>
			) : null}
		</Dialog>
	);
}

/** Unread flags a note that nobody has said what says. */
export function Unread({ note }: { note: Pick<Note, "unread"> }) {
	return note.unread ? (
		<span class="chip" data-tone="look">
			<Icon d={warning} />
			{t("p.norsk.unread")}
		</span>
	) : null;
}

/** WriteNorsk is the way to the line, for whoever may lay it. */
export function WriteNorsk({ note, always, open }: { note: Pick<Note, "lang">; always?: boolean; open: () => void }) {
	return note.lang || always ? (
		<Button small {...(note.lang ? {} : { variant: "tertiary" as const })} icon={pen} onClick={open}>
			{t("p.norsk.write")}
		</Button>
	) : null;
}

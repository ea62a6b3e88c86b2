import { useSignal, useSignalEffect } from "@preact/signals";
import { toHeading } from "../participant/screen";
import { draft } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { t } from "../words/words";
import { Nudge } from "./nudge";
import { Tongue } from "./tongue";
import { wrongText } from "./writer";

interface Props {
	m: Meeting;
	title: string;
	note: { id: string; text: string; lang?: string };
	/** A point on the table's list, where another's words leave a trail. */
	listed?: boolean;
	done: () => void;
}

/** Edit mends a text that is already on the list. What is half-mended is kept if the step moves on meanwhile. */
export function Edit({ m, title, note, listed, done }: Props) {
	const first = m.store.get("wordings", note.id)?.first;
	const lang = useSignal(note.lang ?? "");
	const kept = draft(m.room, `edit-${note.id}`);
	const text = useSignal(kept.peek() || note.text);
	const wrong = useSignal("");
	// What another tab left behind may come a moment after the dialog.
	useSignalEffect(() => {
		if (kept.value) text.value = kept.value;
	});
	const write = (now: string) => {
		text.value = now;
		kept.value = now;
	};
	const close = () => {
		kept.value = "";
		done();
	};
	const speak = (to: string) => {
		lang.value = to;
	};
	const save = () => {
		wrong.value = wrongText(text.value, t("p.note.empty"));
		if (wrong.value) return;
		if (text.value !== note.text) m.send("idea.edit", { id: note.id, text: text.value });
		if (lang.value !== (note.lang ?? "")) m.send("idea.speak", { id: note.id, lang: lang.value });
		close();
	};
	return (
		<Dialog
			title={title}
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
			<div class="field">
				<label class="vh" for="edit-text">
					{t("p.note.text")}
				</label>
				<textarea
					class="ds-input"
					id="edit-text"
					rows={4}
					dir="auto"
					value={text.value}
					aria-describedby="edit-wrong"
					aria-invalid={wrong.value !== ""}
					onInput={(e) => write(e.currentTarget.value)}
				/>
				{listed ? (
					<p class="hint below">
						{first ? (
							<>
								{t("p.first")} «<bdi>{first}</bdi>».{" "}
								<Button small variant="tertiary" onClick={() => write(first)}>
									{t("p.first.back")}
								</Button>
							</>
						) : (
							t("p.table.tidy")
						)}
					</p>
				) : null}
				<Tongue id="edit-lang" lang={lang.value} set={speak} />
				<p class="ds-validation-message" id="edit-wrong" role="alert" hidden={!wrong.value}>
					{wrong.value}
				</p>
				<Nudge room={m.room} text={text.value} set={write} lang={lang.value} speak={speak} />
			</div>
		</Dialog>
	);
}

/** Delete asks first: a deleted note has no way back. */
export function Delete({ m, note, done }: Omit<Props, "title">) {
	return (
		<Dialog
			title={t("p.note.delete")}
			onClose={done}
			foot={
				<>
					<Button
						variant="primary"
						stop
						onClick={() => {
							m.send("idea.withdraw", { id: note.id });
							done();
							toHeading();
						}}
					>
						{t("common.delete")}
					</Button>
					<Button variant="paper" onClick={done}>
						{t("common.cancel")}
					</Button>
				</>
			}
		>
			<p dir="auto">{note.text}</p>
			<p class="muted">{t("p.note.delete_body")}</p>
		</Dialog>
	);
}

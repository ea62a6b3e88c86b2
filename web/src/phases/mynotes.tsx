import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { lock } from "../ui/icons";
import { Slip } from "../ui/slip";
import { t } from "../words/words";
import { Asked } from "./asked";
import { Delete, Edit } from "./edit";
import { useOnScreen } from "./half";
import { Norsk, WriteNorsk } from "./norsk";
import { myNotes, type Note } from "./notes";
import { shared } from "./shared";

/** MyNotes are what only the writer sees. With `share` each can be laid on the table. */
export function MyNotes({ m, share }: { m: Meeting; share?: boolean }) {
	const [open, set] = useState<{ is: "edit" | "delete" | "norsk"; note: Note } | undefined>();
	const notes = myNotes(m);
	const done = () => set(undefined);
	const [unfolded, unfold] = useState(false);
	useOnScreen("notes");
	if (shared(m) && !unfolded) {
		return notes.length === 0 ? null : (
			<Button full variant="tertiary" icon={lock} onClick={() => unfold(true)}>
				{t("p.one.mine", { n: notes.length })}
			</Button>
		);
	}
	return (
		<section class="stack-s" aria-labelledby="my-notes">
			<h2 id="my-notes" tabIndex={-1}>
				{t("p.note.mine", { n: notes.length })}
			</h2>
			{notes.length === 0 ? <p class="muted">{t("p.note.none")}</p> : null}
			<Asked
				m={m}
				list={notes}
				row={(note) => (
					<Slip
						text={note.text}
						lang={note.lang}
						norsk={note.norsk}
						is={note.received ? "received" : "saved"}
						word={t(note.received ? "p.note.received" : "p.note.saved")}
					>
						<WriteNorsk note={note} open={() => set({ is: "norsk", note })} />
						<span class={share ? "tools" : "push"}>
							<span class={share ? "sort" : "row wrap"}>
								{share ? (
									<Button
										small
										onClick={() => {
											m.send("idea.share", { id: note.id });
											document.getElementById("my-notes")?.focus();
										}}
									>
										{t("p.table.share")}
									</Button>
								) : null}
								<Button small variant="tertiary" onClick={() => set({ is: "edit", note })}>
									{t("common.edit")}
								</Button>
								<Button small variant="tertiary" stop onClick={() => set({ is: "delete", note })}>
									{t("common.delete")}
								</Button>
							</span>
						</span>
					</Slip>
				)}
			/>
			{open?.is === "edit" ? <Edit m={m} title={t("p.note.edit")} note={open.note} done={done} /> : null}
			{open?.is === "norsk" ? <Norsk m={m} note={open.note} done={done} /> : null}
			{open?.is === "delete" ? <Delete m={m} note={open.note} done={done} /> : null}
		</section>
	);
}

import { useState } from "preact/hooks";
import { type IdeaView, limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { warning } from "../ui/icons";
import { spoken } from "../ui/said";
import { length } from "../words/length";
import { t } from "../words/words";
import { say } from "./voice";

/** First is what the table wrote before somebody tidied it. Those who lead can read it; the board never. */
export function First({ m, id }: { m: Meeting; id: string }) {
	const first = m.store.get("originals", id)?.first;
	return first ? (
		<p class="small muted">
			{t("lead.mend.first")} «<bdi>{first}</bdi>»
		</p>
	) : null;
}

/** Unread flags a text that the hall cannot read yet. */
export function Unread({ of: i }: { of: IdeaView }) {
	return i.lang && !i.norsk ? (
		<span class="chip" data-tone="look">
			<Icon d={warning} />
			{t("lead.mend.unread")}
		</span>
	) : null;
}

/** Mend tidies what a table sent, or says in Norwegian what it says. Both leave what was written. */
export function Mend({ m, idea, onClose }: { m: Meeting; idea: IdeaView; onClose: () => void }) {
	const [text, setText] = useState(idea.text);
	const [norsk, setNorsk] = useState(idea.norsk);
	const over = Math.max(length(text.trim()), length(norsk.trim())) - limits.idea;
	return (
		<Dialog title={t("lead.mend")} onClose={onClose}>
			<form
				class="stack-s"
				onSubmit={(e) => {
					e.preventDefault();
					if (over > 0 || !text.trim()) return;
					const tidy = text.trim() !== idea.text;
					const line = norsk.trim() !== "" && norsk.trim() !== idea.norsk;
					if (tidy) m.send("idea.edit", { id: idea.id, text });
					if (line) m.send("idea.translate", { id: idea.id, text: norsk });
					if (tidy || line) say(t("lead.mend.done"));
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="mend-text">
						{t("lead.mend.text")}
					</label>
					<p class="hint" id="mend-hint">
						{t("lead.mend.hint")}
					</p>
					<textarea
						class="ds-input"
						id="mend-text"
						rows={3}
						dir="auto"
						{...spoken(idea.lang)}
						value={text}
						aria-describedby="mend-hint mend-wrong"
						onInput={(e) => setText(e.currentTarget.value)}
					/>
					<First m={m} id={idea.id} />
				</div>
				{idea.lang ? (
					<div class="field">
						<label class="ds-label" for="mend-norsk">
							{t("lead.mend.norsk")}
						</label>
						<p class="hint" id="mend-norsk-hint">
							{t("lead.mend.norsk_hint")}
						</p>
						<textarea
							class="ds-input"
							id="mend-norsk"
							rows={3}
							dir="auto"
							lang="nb"
							value={norsk}
							aria-describedby="mend-norsk-hint mend-wrong"
							onInput={(e) => setNorsk(e.currentTarget.value)}
						/>
					</div>
				) : null}
				<p class="ds-validation-message" id="mend-wrong" role="alert" hidden={over <= 0}>
					{over > 0 ? t("lead.over", { n: over }) : null}
				</p>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("common.save")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

import { useState } from "preact/hooks";
import { type CommentView, limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { draft } from "../state/drafts";
import { Button, IconButton } from "../ui/button";
import { trash } from "../ui/icons";
import { length } from "../words/length";
import { t } from "../words/words";
import { Ask } from "./ask";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";
import { voice } from "./voices";

/** Comments is what the group writes to each other beside a measure. A half-written one outlives a reload. */
export function Comments({ r, m, cal, open = false }: Given & { r: Row; open?: boolean }) {
	const text = draft(m.room, `comment-${r.id}`);
	const [redacting, redact] = useState<CommentView | undefined>(undefined);
	const list = m.store.list("comments", (c) => c.at).filter((c) => c.measure === r.id);
	const waiting = m.outbox
		.pending("comment.write")
		.filter((c) => c.with.measure === r.id && !m.store.get("comments", c.with.id));
	const over = length(text.value) - limits.comment;
	return (
		<Fold id="comments" title={t("follow.comments")} aside={list.length || undefined} open={open}>
			{list.length + waiting.length ? (
				<ol class="comments">
					{list.map((c) => (
						<li key={c.id}>
							<p class="small muted">
								<b dir="auto">{voice(c.by)}</b> · {cal.on(c.at)}
							</p>
							<p dir="auto">{c.redacted ? <i>{t("follow.redacted")}</i> : c.text}</p>
							{c.redacted || m.me.value?.role === "team" ? null : (
								<IconButton icon={trash} label={t("follow.comment_redact")} onClick={() => redact(c)} />
							)}
						</li>
					))}
					{waiting.map((c) => (
						<li key={c.id}>
							<p class="small muted">{t("follow.on_its_way")}</p>
							<p dir="auto">{c.with.text}</p>
						</li>
					))}
				</ol>
			) : (
				<p class="muted">{t("follow.comments_none")}</p>
			)}
			<form
				class="field"
				onSubmit={(e) => {
					e.preventDefault();
					if (!text.value.trim() || over > 0) return;
					m.send("comment.write", { id: newId(), measure: r.id, text: text.value.trim() });
					text.value = "";
				}}
			>
				<label class="ds-label" for="comment">
					{t("follow.comment")}
				</label>
				<p class="hint" id="comment-hint">
					{t("follow.comment_hint")}
				</p>
				<textarea
					class="ds-input"
					id="comment"
					rows={2}
					dir="auto"
					value={text.value}
					aria-describedby={over > 0 ? "comment-over" : "comment-hint"}
					aria-invalid={over > 0}
					onInput={(e) => {
						text.value = e.currentTarget.value;
					}}
				/>
				{over > 0 ? (
					<p class="ds-validation-message" id="comment-over" role="alert">
						{t("follow.over", { n: over })}
					</p>
				) : null}
				<Button variant="paper" small type="submit">
					{t("follow.comment_send")}
				</Button>
			</form>
			{redacting ? (
				<Ask
					title={t("follow.redact_title")}
					yes={t("follow.redact_yes")}
					stop
					onYes={() => m.send("comment.redact", { id: redacting.id })}
					onClose={() => redact(undefined)}
				>
					<p dir="auto">{redacting.text}</p>
					<p>{t("follow.redact_why")}</p>
				</Ask>
			) : null}
		</Fold>
	);
}

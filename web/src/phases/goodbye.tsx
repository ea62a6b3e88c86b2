import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { limits } from "../gen/protocol";
import { draft } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, phone } from "../ui/icons";
import { length } from "../words/length";
import { t } from "../words/words";

const marks = [1, 2, 3, 4, 5];

/** Goodbye asks three things and needs no answer. It stays open after the end, and an answer may be changed. What sends it stands in the foot while it is the one thing, and else beneath. */
export function Goodbye({ m, children }: { m: Meeting; children?: ComponentChildren }) {
	const useful = draft(m.room, "useful");
	const call = draft(m.room, "call");
	const change = draft(m.room, "change");
	const wrong = useSignal("");
	const tell = () => {
		const over = length(change.value.trim()) - limits.idea;
		const nothing = !useful.value && !call.value && !change.value.trim();
		wrong.value = over > 0 ? t("p.note.over", { n: over }) : nothing ? t("p.bye.empty") : "";
		if (wrong.value) return;
		m.send("goodbye.say", { useful: Number(useful.value), call: call.value, change: change.value }, "goodbye");
	};
	return (
		<form
			class="stack"
			id="goodbye"
			aria-labelledby="bye"
			noValidate
			onSubmit={(e) => {
				e.preventDefault();
				tell();
			}}
		>
			<h2 id="bye">{t("p.bye.title")}</h2>
			<p class="muted small">{t("p.bye.free")}</p>
			<fieldset class="stack-s">
				<legend class="ds-label">{t("p.bye.useful")}</legend>
				<span class="scale" data-many="">
					{marks.map((n) => (
						<label key={n}>
							<input
								type="radio"
								name="useful"
								checked={useful.value === String(n)}
								onChange={() => (useful.value = String(n))}
							/>
							<span>{n}</span>
						</label>
					))}
				</span>
				<p class="row between small muted" aria-hidden="true">
					<span>{t("p.bye.little")}</span>
					<span>{t("p.bye.much")}</span>
				</p>
			</fieldset>
			<fieldset class="stack-s">
				<legend class="ds-label">{t("p.bye.call")}</legend>
				<span class="scale">
					{(["ja", "nei"] as const).map((w) => (
						<label key={w}>
							<input type="radio" name="call" checked={call.value === w} onChange={() => (call.value = w)} />
							<span>{t(w === "ja" ? "p.yes" : "p.bye.not_quite")}</span>
						</label>
					))}
				</span>
			</fieldset>
			<div class="field">
				<label class="ds-label" for="change">
					{t("p.bye.change")}
				</label>
				<textarea
					class="ds-input short"
					id="change"
					rows={2}
					dir="auto"
					value={change.value}
					aria-describedby="bye-wrong"
					aria-invalid={wrong.value !== ""}
					onInput={(e) => {
						change.value = e.currentTarget.value;
						wrong.value = "";
					}}
				/>
				<p class="ds-validation-message" id="bye-wrong" role="alert" hidden={!wrong.value}>
					{wrong.value}
				</p>
			</div>
			{children}
		</form>
	);
}

/** SendGoodbye hands the answers in, and says what became of them. */
export function SendGoodbye({ m, first }: { m: Meeting; first?: boolean }) {
	const said = m.me.value?.said ?? false;
	const flying = m.outbox.pending("goodbye.say").some((c) => !c.stored);
	return (
		<>
			<Button full type="submit" form="goodbye" {...(first && !said ? { variant: "primary" as const } : {})}>
				{t(said ? "p.bye.again" : "p.bye.send")}
			</Button>
			{flying || said ? (
				<p class="state small" data-is={flying ? "saved" : "received"}>
					<Icon d={flying ? phone : check} />
					{t(flying ? "p.note.saved" : "p.bye.thanks")}
				</p>
			) : null}
		</>
	);
}

import { useState } from "preact/hooks";
import { allPhaseKind, limits, type PhaseKind, type StepLine } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { length } from "../words/length";
import { t } from "../words/words";
import { Stepper } from "./stepper";

const kinds = allPhaseKind.filter((k): k is Exclude<PhaseKind, "lobby"> => k !== "lobby");

/** NewStep puts another step into the run sheet. The kind gives it a name to begin with. */
export function NewStep({ m, after, onClose }: { m: Meeting; after: StepLine; onClose: () => void }) {
	const [kind, choose] = useState<(typeof kinds)[number]>("pause");
	const [title, write] = useState<string | undefined>(undefined);
	const [question, ask] = useState("");
	const [minutes, set] = useState(10);
	const called = (title ?? t(`lead.kind.${kind}`)).trim();
	const over = Math.max(length(called) - limits.title, length(question) - limits.idea);
	return (
		<Dialog title={t("lead.step.new", { title: after.title })} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					if (over > 0 || !called) return;
					const asked = question.trim() ? { question: question.trim() } : {};
					m.send("step.insert", { id: newId(), after: after.id, kind, title: called, minutes, ...asked });
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="kind">
						{t("lead.step.kind")}
					</label>
					<select
						class="ds-input"
						id="kind"
						value={kind}
						onChange={(e) => choose(kinds.find((k) => k === e.currentTarget.value) ?? "pause")}
					>
						{kinds.map((k) => (
							<option key={k} value={k}>
								{t(`lead.kind.${k}`)}
							</option>
						))}
					</select>
				</div>
				<div class="field">
					<label class="ds-label" for="step-title">
						{t("lead.step.title")}
					</label>
					<input
						class="ds-input"
						id="step-title"
						dir="auto"
						autocomplete="off"
						value={title ?? t(`lead.kind.${kind}`)}
						onInput={(e) => write(e.currentTarget.value)}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="step-question">
						{t("lead.step.question")}
					</label>
					<textarea
						class="ds-input"
						id="step-question"
						rows={2}
						dir="auto"
						value={question}
						onInput={(e) => ask(e.currentTarget.value)}
					/>
				</div>
				{over > 0 || !called ? (
					<p class="ds-validation-message" role="alert">
						{called ? t("lead.over", { n: over }) : t("refused.empty")}
					</p>
				) : null}
				<div class="row wrap">
					<span>{t("lead.minutes")}</span>
					<Stepper label={t("lead.minutes")} value={minutes} min={1} max={240} set={set} />
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("lead.step.insert_yes")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

import { useSignal } from "@preact/signals";
import type { Made } from "../net/api";
import * as api from "../net/api";
import { Button } from "../ui/button";
import { type Key, lang, meetings, refused, t } from "../words/words";
import { device } from "./device";
import { DoorTop } from "./door";
import { MadeScreen } from "./made";
import { faultOf, type OwnFile, OwnTemplate } from "./ownfile";
import { Propose } from "./propose";
import { Screen } from "./screen";
import { TemplateChoice } from "./templates";

/** Plan asks what must be known before a meeting: what about, who decides, when the answer comes. */
export function Plan() {
	const made = useSignal<Made | undefined>(undefined);
	return (
		<>
			<DoorTop />
			{made.value ? (
				<MadeScreen key="made" made={made.value} />
			) : (
				<PlanForm key="plan" done={(m) => (made.value = m)} />
			)}
		</>
	);
}

function PlanForm({ done }: { done: (made: Made) => void }) {
	const title = useSignal("");
	const decides = useSignal("");
	const answerBy = useSignal("");
	const spoken = useSignal(lang.value.split("-")[0] ?? lang.value);
	const template = useSignal("enkel-60");
	const picked = useSignal(false); // by hand: then a proposal is only advice
	const operator = useSignal("");
	const file = useSignal<OwnFile | undefined>(undefined);
	const asked = useSignal(false);
	const busy = useSignal(false);
	const no = useSignal("");

	// Who decides and when the answer comes may be settled later: empty is what everybody sees as not settled.
	const missing = title.value.trim() === "";
	const make = async () => {
		asked.value = true;
		if (missing) document.getElementById("title")?.focus();
		if (missing || busy.value) return;
		busy.value = true;
		no.value = "";
		const answer = await api.make(
			{
				title: title.value,
				lang: spoken.value,
				template: template.value,
				...(file.value ? { file: file.value.text } : {}),
				decides: decides.value,
				answerBy: answerBy.value,
				id: device(),
			},
			operator.value,
		);
		busy.value = false;
		if (answer.ok) done(answer.body);
		else no.value = answer.code;
	};

	return (
		<Screen
			title={t("p.plan.title")}
			foot={
				<>
					{no.value ? (
						<p class="ds-validation-message" role="alert">
							{file.value ? faultOf(no.value) : refused(no.value)}
						</p>
					) : null}
					<Button variant="primary" full type="submit" form="plan" aria-busy={busy.value}>
						{busy.value ? t("p.plan.making") : t("p.plan.go")}
					</Button>
				</>
			}
		>
			<p class="muted">{t("p.plan.lead")}</p>
			<form
				id="plan"
				class="stack"
				noValidate
				onSubmit={(e) => {
					e.preventDefault();
					void make();
				}}
			>
				<Field
					id="title"
					label="p.plan.name"
					hint="p.plan.name_hint"
					wrong={asked.value && missing ? "p.plan.name_missing" : ""}
				>
					<input
						class="ds-input"
						id="title"
						dir="auto"
						value={title.value}
						aria-describedby="title-hint title-wrong"
						aria-required
						aria-invalid={asked.value && missing}
						onInput={(e) => (title.value = e.currentTarget.value)}
					/>
				</Field>
				<Field id="decides" label="p.plan.decides" hint="p.plan.decides_hint">
					<input
						class="ds-input"
						id="decides"
						dir="auto"
						value={decides.value}
						aria-describedby="decides-hint"
						onInput={(e) => (decides.value = e.currentTarget.value)}
					/>
				</Field>
				<Field id="answer" label="p.plan.answer" hint="p.plan.answer_hint">
					<input
						class="ds-input"
						id="answer"
						type="date"
						value={answerBy.value}
						aria-describedby="answer-hint"
						onInput={(e) => (answerBy.value = e.currentTarget.value)}
					/>
				</Field>
				<Field id="spoken" label="p.plan.lang">
					<select
						class="ds-input"
						id="spoken"
						value={spoken.value}
						onChange={(e) => (spoken.value = e.currentTarget.value)}
					>
						{meetings.value.map((l) => (
							<option key={l.code} value={l.code} lang={l.code}>
								{l.name}
							</option>
						))}
					</select>
				</Field>
				<Propose lang={spoken.value} chosen={template} picked={picked} />
				<Field id="template" label="p.plan.template">
					<TemplateChoice lang={spoken.value} chosen={template} picked={picked} />
				</Field>
				<OwnTemplate template={template.value} file={file} />
				{no.value === "operator" || operator.value ? (
					<Field id="operator" label="p.plan.operator" hint="p.plan.operator_hint">
						<input
							class="ds-input"
							id="operator"
							dir="ltr"
							autocomplete="off"
							spellcheck={false}
							value={operator.value}
							aria-describedby="operator-hint"
							onInput={(e) => (operator.value = e.currentTarget.value)}
						/>
					</Field>
				) : null}
			</form>
		</Screen>
	);
}

interface FieldProps {
	id: string;
	label: Key;
	hint?: Key;
	wrong?: Key | "";
	children: preact.ComponentChildren;
}

function Field({ id, label, hint, wrong, children }: FieldProps) {
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{t(label)}
			</label>
			{hint ? (
				<p class="hint" id={`${id}-hint`}>
					{t(hint)}
				</p>
			) : null}
			{children}
			<p class="ds-validation-message" id={`${id}-wrong`} hidden={!wrong}>
				{wrong ? t(wrong) : ""}
			</p>
		</div>
	);
}

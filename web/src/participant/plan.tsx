import { useSignal } from "@preact/signals";
import { api, type Made } from "../net/api";
import { notebook } from "../state/drafts";
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
	const noDecides = useSignal(false);
	const noAnswer = useSignal(false);
	const spoken = useSignal(lang.value.split("-")[0] ?? lang.value);
	const template = useSignal("enkel-60");
	const operator = useSignal("");
	const file = useSignal<OwnFile | undefined>(undefined);
	const asked = useSignal(false);
	const busy = useSignal(false);
	const no = useSignal("");

	const missing = {
		title: title.value.trim() === "",
		decides: !noDecides.value && decides.value.trim() === "",
		answer: !noAnswer.value && answerBy.value === "",
	};
	const make = async () => {
		asked.value = true;
		const first = missing.title ? "title" : missing.decides ? "decides" : missing.answer ? "answer" : "";
		if (first || busy.value) {
			document.getElementById(first)?.focus();
			return;
		}
		busy.value = true;
		no.value = "";
		const answer = await api.make(
			{
				title: title.value,
				lang: spoken.value,
				template: template.value,
				...(file.value ? { file: file.value.text } : {}),
				decides: noDecides.value ? "" : decides.value,
				answerBy: noAnswer.value ? "" : answerBy.value,
				id: device(),
			},
			operator.value,
		);
		busy.value = false;
		if (answer.ok) {
			// The panel on this device opens the board without asking for a new link.
			notebook.write(`board:${answer.body.room}`, answer.body.board);
			done(answer.body);
		} else no.value = answer.code;
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
					wrong={asked.value && missing.title ? "p.plan.name_missing" : ""}
				>
					<input
						class="ds-input"
						id="title"
						dir="auto"
						value={title.value}
						aria-describedby="title-hint title-wrong"
						aria-invalid={asked.value && missing.title}
						onInput={(e) => (title.value = e.currentTarget.value)}
					/>
				</Field>
				<Field
					id="decides"
					label="p.plan.decides"
					hint="p.plan.decides_hint"
					wrong={asked.value && missing.decides ? "p.plan.decides_missing" : ""}
				>
					<input
						class="ds-input"
						id="decides"
						dir="auto"
						value={decides.value}
						aria-describedby="decides-hint decides-wrong"
						aria-invalid={asked.value && missing.decides}
						onInput={(e) => {
							decides.value = e.currentTarget.value;
							noDecides.value = false;
						}}
					/>
					<Tick on={noDecides.value} set={(on) => (noDecides.value = on)} />
				</Field>
				<Field id="answer" label="p.plan.answer" wrong={asked.value && missing.answer ? "p.plan.answer_missing" : ""}>
					<input
						class="ds-input"
						id="answer"
						type="date"
						value={answerBy.value}
						aria-describedby="answer-wrong"
						aria-invalid={asked.value && missing.answer}
						onInput={(e) => {
							answerBy.value = e.currentTarget.value;
							noAnswer.value = false;
						}}
					/>
					<Tick on={noAnswer.value} set={(on) => (noAnswer.value = on)} />
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
				<Propose lang={spoken.value} chosen={template} />
				<Field id="template" label="p.plan.template">
					<TemplateChoice lang={spoken.value} chosen={template} />
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

function Tick({ on, set }: { on: boolean; set: (on: boolean) => void }) {
	return (
		<label class="tick">
			<input type="checkbox" checked={on} onChange={(e) => set(e.currentTarget.checked)} />
			<span>{t("p.plan.unclear")}</span>
		</label>
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

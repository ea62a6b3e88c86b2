import { useSignal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { MeasureView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { draft, notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { calendar, check, next, people } from "../ui/icons";
import { day } from "../words/dates";
import { t } from "../words/words";
import type { PhaseProps } from "./index";
import { Question } from "./question";

/** Ansvarlig shows the measures, and lets anybody say *vi kan ta ansvar*. */
export function Ansvarlig({ m, step, unsent }: PhaseProps) {
	const measures = m.store.list("measures", (x) => x.order);
	const [offering, offer] = useState<MeasureView | undefined>();
	return (
		<Screen title={step.title || t("p.measure.title")} beside={<StepTimer m={m} />}>
			<Question step={step} />
			{unsent}
			{measures.length === 0 ? <p class="lead">{t("p.measure.none")}</p> : null}
			<ul class="stack-s">
				{measures.map((x) => (
					<li key={x.id} class="box stack-s">
						<h2 dir="auto">{x.title}</h2>
						<p class="line small">
							<Icon d={people} />
							<span dir="auto">
								{x.responsible
									? t("common.responsible", { who: x.responsible })
									: t(x.followUp ? "common.followup" : "common.nobody")}
							</span>
						</p>
						{x.first ? <Line icon={next} text={`${t("common.first")}: ${x.first}`} /> : null}
						{x.due ? <Line icon={calendar} text={`${t("common.due")}: ${day(x.due)}`} /> : null}
						<Drafts of={x} />
						<Offered m={m} measure={x.id} />
						<Button full onClick={() => offer(x)}>
							{t("p.measure.offer")}
						</Button>
					</li>
				))}
			</ul>
			{offering ? <Offer m={m} measure={offering} done={() => offer(undefined)} /> : null}
		</Screen>
	);
}

function Line({ icon, text }: { icon: string; text: string }) {
	return (
		<p class="line small">
			<Icon d={icon} />
			<span dir="auto">{text}</span>
		</p>
	);
}

/** Drafts is what the tables had written: each is kept, and the room picks. */
function Drafts({ of }: { of: MeasureView }) {
	if (of.drafts.length === 0) return null;
	return (
		<details>
			<summary>{t("p.measure.drafts", { n: of.drafts.length })}</summary>
			<ul class="stack-s">
				{of.drafts.map((d) => (
					<li key={d.idea} class="sunk stack-s small">
						<p class="row">
							{d.group ? <Badge n={d.group} label={t("common.group", { n: d.group })} /> : null}
							<span dir="auto">{d.text}</span>
						</p>
						{d.who ? <Line icon={people} text={d.who} /> : null}
						{d.first ? <Line icon={next} text={d.first} /> : null}
						{d.due ? <Line icon={calendar} text={t("common.by", { date: day(d.due) })} /> : null}
					</li>
				))}
			</ul>
		</details>
	);
}

const key = (m: Meeting, measure: string) => `offer:${m.room}:${measure}`;

/** Offered is what this phone has offered; nobody but the facilitator is shown who did. */
function Offered({ m, measure }: { m: Meeting; measure: string }) {
	const role = notebook.read(key(m, measure));
	if (!role) return null;
	const flying = m.outbox.pending("measure.offer").some((c) => c.with.id === measure && !c.stored);
	return (
		<p class="row wrap small">
			<span dir="auto">{t("p.measure.offered", { role })}</span>
			<span class="state" data-is={flying ? "saved" : "received"}>
				<Icon d={check} />
				{t(flying ? "p.note.saved" : "p.note.received")}
			</span>
		</p>
	);
}

function Offer({ m, measure, done }: { m: Meeting; measure: MeasureView; done: () => void }) {
	const role = draft(m.room, `role-${measure.id}`);
	const wrong = useSignal(false);
	const tell = () => {
		wrong.value = role.value.trim() === "";
		if (wrong.value) return;
		notebook.write(key(m, measure.id), role.value.trim());
		m.send("measure.offer", { id: measure.id, role: role.value });
		role.value = "";
		done();
	};
	return (
		<Dialog
			title={t("p.measure.offer")}
			onClose={done}
			foot={
				<>
					<Button variant="primary" onClick={tell}>
						{t("p.measure.tell")}
					</Button>
					<Button variant="paper" onClick={done}>
						{t("common.cancel")}
					</Button>
				</>
			}
		>
			<p dir="auto">
				<b>{measure.title}</b>
			</p>
			<div class="field">
				<label class="ds-label" for="role">
					{t("p.measure.role")}
				</label>
				<p class="hint" id="role-hint">
					{t("p.measure.role_hint")}
				</p>
				<input
					class="ds-input"
					id="role"
					dir="auto"
					autocomplete="off"
					value={role.value}
					aria-describedby="role-hint role-wrong"
					aria-invalid={wrong.value}
					onInput={(e) => (role.value = e.currentTarget.value)}
				/>
				<p class="ds-validation-message" id="role-wrong" role="alert" hidden={!wrong.value}>
					{t("p.measure.role_missing")}
				</p>
			</div>
		</Dialog>
	);
}

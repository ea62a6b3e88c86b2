import { useState } from "preact/hooks";
import { limits, type StepLine } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { undo as again, down, plus, trash, up } from "../ui/icons";
import { t } from "../words/words";
import { Field } from "./field";
import { NewStep } from "./newstep";
import { Slides } from "./slides";
import { Stepper } from "./stepper";
import { undoing } from "./undo";
import { say } from "./voice";

interface Props {
	m: Meeting;
	line: StepLine;
	onClose: () => void;
}

/** StepDialog is what can be done with a line of the run sheet, before the meeting and in the middle of it. Everything can be undone. */
export function StepDialog({ m, line, onClose }: Props) {
	const [adding, add] = useState(false);
	const agenda = m.store.one("meeting")?.agenda ?? [];
	const step = m.store.one("step");
	const current = line.id === step?.id;
	const at = agenda.findIndex((l) => l.id === line.id);
	if (adding) return <NewStep m={m} after={line} onClose={onClose} />;
	const move = (after: StepLine | undefined) =>
		after && m.send("step.move", { step: line.id, after: after.id }, `move/${line.id}`);
	return (
		<Dialog
			title={line.title}
			onClose={onClose}
			foot={
				<>
					<Button variant="paper" onClick={onClose}>
						{t("common.close")}
					</Button>
					{current ? null : (
						<Button
							onClick={() => {
								m.send("agenda.go", { step: line.id });
								onClose();
							}}
						>
							{t("lead.go_here")}
						</Button>
					)}
				</>
			}
		>
			<div class="stack">
				{current ? (
					<p class="muted small">{t("lead.retime_now")}</p>
				) : (
					<p class="muted small">{t("lead.go_here_why")}</p>
				)}
				{at > 0 ? (
					<>
						<Field
							label={t("lead.step.title")}
							value={line.title}
							max={limits.title}
							save={(title) => m.send("step.write", { step: line.id, title }, `step/${line.id}/title`)}
						/>
						{current && step ? (
							<Field
								label={t("lead.step.question")}
								type="long"
								value={step.question}
								max={limits.idea}
								save={(question) => m.send("step.write", { step: line.id, question }, `step/${line.id}/question`)}
							/>
						) : null}
						<div class="row wrap">
							<span>{t("lead.minutes")}</span>
							<Stepper
								label={t("lead.minutes")}
								value={line.minutes}
								min={0}
								max={240}
								set={(n) => m.send("step.retime", { step: line.id, minutes: n }, `retime/${line.id}`)}
							/>
						</div>
					</>
				) : null}
				{line.kind === "info" ? <Slides m={m} step={line.id} /> : null}
				<div class="row wrap">
					{at > 1 ? (
						<Button variant="paper" small icon={up} onClick={() => move(agenda[at - 2])}>
							{t("lead.step.sooner")}
						</Button>
					) : null}
					{at > 0 && at < agenda.length - 1 ? (
						<Button variant="paper" small icon={down} onClick={() => move(agenda[at + 1])}>
							{t("lead.step.later")}
						</Button>
					) : null}
					<Button variant="paper" small icon={plus} onClick={() => add(true)}>
						{t("lead.step.insert")}
					</Button>
					{at > 0 ? (
						<Button
							variant="paper"
							small
							icon={again}
							onClick={() => {
								m.send("step.insert", { id: newId(), after: line.id, copy: line.id });
								say(t("lead.step.copied", { title: line.title }), undoing(m, "agenda.set"));
								onClose();
							}}
						>
							{t("lead.step.copy")}
						</Button>
					) : null}
					{at > 0 && !current ? (
						<Button
							variant="tertiary"
							small
							stop
							icon={trash}
							onClick={() => {
								m.send("step.remove", { step: line.id });
								say(t("lead.step.removed", { title: line.title }), undoing(m, "agenda.set"));
								onClose();
							}}
						>
							{t("lead.step.remove")}
						</Button>
					) : null}
				</div>
			</div>
		</Dialog>
	);
}

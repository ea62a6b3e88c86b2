import { useSignal, useSignalEffect } from "@preact/signals";
import { type Draft, limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { draft } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { t } from "../words/words";
import type { Point } from "./notes";
import { wrongText } from "./writer";

const fields = ["what", "who", "due", "first"] as const;

/** PlanDialog asks what, who and when; the first step is for those who have time. What is half-written stays on the phone. */
export function PlanDialog({ m, point, done }: { m: Meeting; point?: Point; done: () => void }) {
	const kept = (field: string) => draft(m.room, `plan-${point?.id ?? "new"}-${field}`);
	const before: Record<(typeof fields)[number], string> = {
		what: point?.text ?? "",
		who: point?.draft.who ?? "",
		due: point?.draft.due ?? "",
		first: point?.draft.first ?? "",
	};
	const now = useSignal(Object.fromEntries(fields.map((f) => [f, kept(f).peek() || before[f]])) as typeof before);
	const wrong = useSignal("");
	// What another tab left behind may come a moment after the dialog.
	useSignalEffect(() => {
		const left = fields.filter((f) => kept(f).value).map((f) => [f, kept(f).value]);
		if (left.length) now.value = { ...now.peek(), ...Object.fromEntries(left) };
	});
	const write = (field: (typeof fields)[number], text: string) => {
		now.value = { ...now.value, [field]: text };
		kept(field).value = text;
	};
	const close = () => {
		for (const f of fields) kept(f).value = "";
		done();
	};
	const save = () => {
		wrong.value = wrongText(now.value.what, t("p.plan_in.missing"));
		if (wrong.value) return;
		const { what, who, due, first } = now.value;
		const id = point?.id ?? newId();
		if (!point) m.send("idea.post", { id, text: what, table: true });
		else if (what !== before.what) m.send("idea.edit", { id, text: what });
		const plan: Partial<Draft> = {
			...(who.trim() === before.who ? {} : { who }),
			...(due === before.due ? {} : { due }),
			...(first.trim() === before.first ? {} : { first }),
		};
		if (Object.keys(plan).length) m.send("idea.plan", { id, ...plan });
		close();
	};
	return (
		<Dialog
			title={t(point ? "p.plan_in.edit" : "p.plan_in.new")}
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
			<div class="choices">
				<div class="field">
					<label class="ds-label" for="plan-what">
						{t("p.plan_in.what")}
					</label>
					<textarea
						class="ds-input short"
						id="plan-what"
						rows={2}
						dir="auto"
						value={now.value.what}
						aria-describedby="plan-wrong"
						aria-invalid={wrong.value !== ""}
						onInput={(e) => write("what", e.currentTarget.value)}
					/>
					<p class="ds-validation-message" id="plan-wrong" role="alert" hidden={!wrong.value}>
						{wrong.value}
					</p>
				</div>
				<div class="field">
					<label class="ds-label" for="plan-who">
						{t("p.plan_in.who")}
					</label>
					<p class="hint" id="plan-who-hint">
						{t("p.measure.role_hint")}
					</p>
					<input
						class="ds-input"
						id="plan-who"
						dir="auto"
						autocomplete="off"
						maxLength={limits.name}
						value={now.value.who}
						aria-describedby="plan-who-hint"
						onInput={(e) => write("who", e.currentTarget.value)}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="plan-due">
						{t("p.plan_in.when")}
					</label>
					<input
						class="ds-input"
						id="plan-due"
						type="date"
						value={now.value.due}
						onInput={(e) => write("due", e.currentTarget.value)}
					/>
				</div>
				<details open={now.value.first !== ""}>
					<summary>{t("p.plan_in.more")}</summary>
					<div class="field">
						<label class="ds-label" for="plan-first">
							{t("common.first")}
						</label>
						<input
							class="ds-input"
							id="plan-first"
							dir="auto"
							autocomplete="off"
							maxLength={limits.step}
							value={now.value.first}
							onInput={(e) => write("first", e.currentTarget.value)}
						/>
					</div>
				</details>
			</div>
		</Dialog>
	);
}

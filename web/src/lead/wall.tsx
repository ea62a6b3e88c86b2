import { useState } from "preact/hooks";
import { allHideReason, type IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { check, trash } from "../ui/icons";
import { close } from "../ui/lateicons";
import { t } from "../words/words";
import { RedactIdea } from "./mergedialogs";
import { undoing } from "./undo";
import { say } from "./voice";

/**
 * Wall is what stands between a group and the hall: the young leaders read first. Both can let a text through or keep it
 * back with a reason. Whoever wrote it is told which.
 */
export function Wall({ m }: { m: Meeting }) {
	const [hiding, hide] = useState<IdeaView | undefined>(undefined);
	const [erasing, erase] = useState<IdeaView | undefined>(undefined);
	const hidden = m.store.all("hidden");
	const ideas = m.store.list("ideas", (i) => i.order);
	const held = ideas.filter((i) => i.place === "held");
	const waiting = held.filter((i) => !hidden.has(i.id));
	const kept = held.filter((i) => hidden.has(i.id));
	const shown = ideas.filter((i) => i.place === "plenum").reverse();
	const release = (i: IdeaView) => m.send("idea.release", { id: i.id });
	return (
		<section class="box stack-s wall" aria-labelledby="wall">
			<h2 id="wall" tabIndex={-1}>
				{waiting.length ? t("lead.wall.waiting", { n: waiting.length }) : t("lead.wall")}
			</h2>
			{waiting.length ? null : <p class="muted">{t(shown.length ? "lead.wall.all_read" : "lead.wall.none")}</p>}
			<ul class="wall-list">
				{waiting.map((i) => (
					<li key={i.id}>
						<Text of={i} />
						<div class="row wrap">
							<Button icon={check} onClick={() => release(i)}>
								{t("lead.order.release")}
								<span class="vh"> {i.text}</span>
							</Button>
							<Button variant="paper" icon={close} onClick={() => hide(i)}>
								{t("lead.order.hide")}
								<span class="vh"> {i.text}</span>
							</Button>
						</div>
					</li>
				))}
			</ul>
			{kept.length ? (
				<details>
					<summary>{t("lead.wall.kept", { n: kept.length })}</summary>
					<ul class="wall-list">
						{kept.map((i) => (
							<li key={i.id}>
								<Text of={i} />
								<p class="small muted">{t(`lead.wall.why.${why(hidden.get(i.id)?.why)}`)}</p>
								<div class="row wrap">
									<Button small icon={check} onClick={() => release(i)}>
										{t("lead.wall.anyway")}
										<span class="vh"> {i.text}</span>
									</Button>
									<Button small variant="tertiary" stop icon={trash} onClick={() => erase(i)}>
										{t("lead.merge.redact")}
										<span class="vh"> {i.text}</span>
									</Button>
								</div>
							</li>
						))}
					</ul>
				</details>
			) : null}
			{shown.length ? (
				<details>
					<summary>{t("lead.wall.shown", { n: shown.length })}</summary>
					<ul class="wall-list">
						{shown.map((i) => (
							<li key={i.id}>
								<Text of={i} />
								<Button small variant="paper" icon={close} onClick={() => hide(i)}>
									{t("lead.wall.take_down")}
									<span class="vh"> {i.text}</span>
								</Button>
							</li>
						))}
					</ul>
				</details>
			) : null}
			{hiding ? <Why m={m} of={hiding} onClose={() => hide(undefined)} /> : null}
			{erasing ? <RedactIdea m={m} idea={erasing} onClose={() => erase(undefined)} /> : null}
		</section>
	);
}

type Reason = (typeof allHideReason)[number];

/** A reason of a later version still has a sentence. */
const why = (said: string | undefined): Reason => allHideReason.find((r) => r === said) ?? "prat";

function Text({ of: i }: { of: IdeaView }) {
	return (
		<p class="wall-text">
			{i.group ? <Badge n={i.group} label={t("common.group", { n: i.group })} /> : null}
			<span dir="auto">{i.text}</span>
		</p>
	);
}

/** Why asks for a reason: one press, and the writer is told. */
function Why({ m, of: i, onClose }: { m: Meeting; of: IdeaView; onClose: () => void }) {
	const hide = (reason: Reason) => {
		say(t("lead.wall.hidden"), i.place === "plenum" ? undoing(m, "idea.held") : undefined);
		m.send("idea.hide", { id: i.id, why: reason });
		onClose();
	};
	return (
		<Dialog
			title={t("lead.wall.why")}
			onClose={onClose}
			foot={
				<Button variant="paper" onClick={onClose}>
					{t("common.cancel")}
				</Button>
			}
		>
			<p class="quoted" dir="auto">
				{t("lead.quote", { text: i.text })}
			</p>
			<div class="stack-s">
				<p class="muted">{t("lead.wall.why_told")}</p>
				{allHideReason.map((reason) => (
					<Button key={reason} variant="paper" full onClick={() => hide(reason)}>
						{t(`lead.wall.why.${reason}`)}
					</Button>
				))}
			</div>
		</Dialog>
	);
}

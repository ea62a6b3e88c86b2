import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { check, pen, trash } from "../ui/icons";
import { close } from "../ui/lateicons";
import { says } from "../ui/said";
import { t } from "../words/words";
import { Mend, Unread } from "./mend";
import { RedactIdea } from "./mergedialogs";
import { Switch } from "./switch";
import { undoing } from "./undo";
import { say } from "./voice";

/** Order is what a facilitator does when somebody misbehaves: stop the writing, shut the door, look first, take a text from view. */
export function Order({ m, onClose }: { m: Meeting; onClose: () => void }) {
	const [erasing, erase] = useState<IdeaView | undefined>(undefined);
	const [mending, mend] = useState<IdeaView | undefined>(undefined);
	const about = m.store.one("meeting");
	const ideas = m.store.list("ideas", (i) => i.order);
	const held = ideas.filter((i) => i.place === "held");
	const shown = ideas.filter((i) => i.place === "plenum").reverse();
	if (!about) return null;
	if (erasing) return <RedactIdea m={m} idea={erasing} onClose={() => erase(undefined)} />;
	if (mending) return <Mend m={m} idea={mending} onClose={() => mend(undefined)} />;
	const hide = (i: IdeaView) => {
		say(t("lead.order.hidden"), undoing(m, "idea.held"));
		m.send("idea.hide", { id: i.id });
	};
	return (
		<Dialog
			title={t("lead.order")}
			onClose={onClose}
			foot={
				<Button variant="paper" onClick={onClose}>
					{t("common.close")}
				</Button>
			}
		>
			<div class="stack">
				<div class="stack-s">
					<Switch
						on={about.paused}
						text={t("lead.order.pause")}
						hint={t("lead.order.pause_why")}
						set={(on) => m.send("posting.pause", { on }, "pause")}
					/>
					<Switch
						on={about.moderate}
						text={t("lead.order.first")}
						hint={t("lead.order.first_why")}
						set={(on) => m.send("meeting.moderate", { on }, "moderate")}
					/>
					<Switch
						on={about.locked}
						text={t("lead.groups.lock")}
						hint={t("lead.order.lock_why")}
						set={(on) => m.send("meeting.lock", { on }, "lock")}
					/>
				</div>
				{held.length ? (
					<section class="stack-s" aria-labelledby="held">
						<h3 id="held">{t("lead.order.held", { n: held.length })}</h3>
						<ul class="turns">
							{held.map((i) => (
								<Text key={i.id} of={i}>
									<Button small variant="tertiary" icon={pen} onClick={() => mend(i)}>
										{t("lead.mend")}
										<span class="vh"> {says(i)}</span>
									</Button>
									<Button small icon={check} onClick={() => m.send("idea.release", { id: i.id })}>
										{t("lead.order.release")}
										<span class="vh"> {says(i)}</span>
									</Button>
									<Button small variant="tertiary" stop icon={trash} onClick={() => erase(i)}>
										{t("lead.merge.redact")}
										<span class="vh"> {says(i)}</span>
									</Button>
								</Text>
							))}
						</ul>
						{held.length > 1 ? (
							<Button
								small
								onClick={() => {
									for (const i of held) m.send("idea.release", { id: i.id });
								}}
							>
								{t("lead.order.release_all", { n: held.length })}
							</Button>
						) : null}
					</section>
				) : null}
				{shown.length ? (
					<section class="stack-s" aria-labelledby="shown">
						<h3 id="shown">{t("lead.order.shown")}</h3>
						<ul class="turns">
							{shown.map((i) => (
								<Text key={i.id} of={i}>
									<Button small icon={close} onClick={() => hide(i)}>
										{t("lead.order.hide")}
										<span class="vh"> {says(i)}</span>
									</Button>
									<Button small variant="tertiary" stop icon={trash} onClick={() => erase(i)}>
										{t("lead.merge.redact")}
										<span class="vh"> {says(i)}</span>
									</Button>
								</Text>
							))}
						</ul>
					</section>
				) : null}
			</div>
		</Dialog>
	);
}

function Text({ of: i, children }: { of: IdeaView; children: ComponentChildren }) {
	return (
		<li>
			{i.group ? <Badge n={i.group} label={t("common.group", { n: i.group })} /> : null}
			<span dir="auto">{says(i)}</span>
			<Unread of={i} />
			<span class="push" />
			{children}
		</li>
	);
}

import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { Logo } from "../ui/logo";
import { type Key, t } from "../words/words";
import { Line } from "./line";
import { useRefusals, Voice } from "./voice";

interface Props {
	m: Meeting;
	/** What whoever looks is here, and the picture of it. */
	as: Key;
	icon: string;
	/** What stands beneath the name of the step. */
	beneath?: ComponentChildren;
	children: ComponentChildren;
}

/** Onlooker is the place of somebody who does not lead: what they are here, which part the meeting is in, and what they may do. */
export function Onlooker({ m, as, icon, beneath, children }: Props) {
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const ended = about?.status === "ended";
	useRefusals(m);
	useEffect(() => {
		document.title = `${t(as)} – ${about?.title ?? ""}`;
	}, [about?.title, as]);
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
				<span class="chip" data-tone="look">
					<Icon d={icon} />
					{t(as)}
				</span>
				<span class="push" />
				<Line m={m} />
			</header>
			<main class="desk-main handover">
				<div class="stack-s">
					<p class="muted" dir="auto">
						{about?.title}
					</p>
					<h1 tabIndex={-1} dir="auto">
						{ended ? t("lead.ended") : (step?.title ?? "")}
					</h1>
					{step?.question && !ended ? (
						<p class="strip" dir="auto">
							{step.question}
						</p>
					) : null}
					{beneath}
				</div>
				{children}
			</main>
			<Voice />
		</div>
	);
}

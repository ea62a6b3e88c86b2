import type { ComponentChildren } from "preact";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import type { Key } from "../words/words";
import { Also, Two } from "./also";
import { Countdown } from "./countdown";
import { StepTitle } from "./steptitle";

interface Props {
	meeting: Meeting;
	/** The question is the largest thing after the title; otherwise it stands under what there is to do. */
	asks?: boolean;
	writing?: boolean;
	steps?: readonly Key[];
	children?: ComponentChildren;
}

/** Task is what most steps look like: what we do, the clock, and below it what belongs to this kind alone. */
export function Task({ meeting, asks, writing, steps, children }: Props) {
	const step = meeting.store.one("step");
	const long = step && step.question.length > 110 ? "" : undefined;
	return (
		<main class="board-main task" data-quiet={asks ? "" : undefined}>
			<section>
				<StepTitle meeting={meeting} />
				{step?.question ? (
					<p class={asks ? "question" : "sub"} dir="auto" data-long={long}>
						{step.question}
						<Also text={step.alsoAsks} />
					</p>
				) : null}
				{steps ? (
					<ol class="steps">
						{steps.map((key, i) => (
							<li key={key}>
								<span class="n">{i + 1}</span>
								<span>
									<Two k={key} />
								</span>
							</li>
						))}
					</ol>
				) : null}
			</section>
			<Countdown meeting={meeting} writing={writing} />
			{children}
		</main>
	);
}

/** Hints are the few things that make it safe to do. */
export function Hints({ of }: { of: readonly (readonly [icon: string, text: Key])[] }) {
	return (
		<ul class="hints">
			{of.map(([icon, text]) => (
				<li key={text}>
					<Icon d={icon} />
					<span>
						<Two k={text} />
					</span>
				</li>
			))}
		</ul>
	);
}

import type { ComponentChildren } from "preact";
import { type Countdown, leftOf, minutes, share } from "./clock";

/**
 * Timer is the round table that empties, with the time beside it. `text` makes the words of it,
 * such as “3:42 igjen”; at zero `over` stands there instead.
 */
export function Timer({
	of,
	now,
	text,
	over,
}: {
	of: Countdown;
	now: number;
	text: (left: string) => string;
	over: string;
}) {
	const left = leftOf(of, now);
	return (
		<p class="timer">
			<svg viewBox="0 0 40 40" aria-hidden="true">
				<circle class="t-bg" cx="20" cy="20" r="18" />
				<circle class="t-left" cx="20" cy="20" r="8" pathLength={100} stroke-dasharray={`${share(of, now)} 100`} />
			</svg>
			<span class="num">{left > 0 ? text(minutes(left)) : over}</span>
		</p>
	);
}

/** Clock is the large one, for the board and the panel: a ring with the time in it. */
export function Clock({
	of,
	now,
	below,
	over,
}: {
	of: Countdown;
	now: number;
	below: ComponentChildren;
	over: ComponentChildren;
}) {
	const left = leftOf(of, now);
	return (
		<figure class="clock">
			<svg viewBox="0 0 200 200" aria-hidden="true">
				<circle class="c-bg" cx="100" cy="100" r="92" />
				<circle class="c-all" cx="100" cy="100" r="78" />
				<circle
					class="c-left"
					cx="100"
					cy="100"
					r="78"
					pathLength={100}
					stroke-dasharray={`${share(of, now)} 100`}
					transform="rotate(-90 100 100)"
				/>
			</svg>
			<figcaption>
				<b class="num">{minutes(left)}</b>
				<span>{left > 0 ? below : over}</span>
			</figcaption>
		</figure>
	);
}

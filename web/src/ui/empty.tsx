import type { ComponentChildren } from "preact";
import { Seats } from "./seats";

/** Empty is what stands where nothing is yet: a table with open seats, one sentence, one thing to do. */
export function Empty({
	n,
	here = 0,
	of = 6,
	title,
	children,
}: {
	n?: number;
	here?: number;
	of?: number;
	title: ComponentChildren;
	children?: ComponentChildren;
}) {
	return (
		<div class="empty">
			<Seats {...(n ? { n } : {})} here={here} of={of} />
			<b>{title}</b>
			{children}
		</div>
	);
}

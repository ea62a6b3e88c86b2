import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Aloud } from "../ui/aloud";
import { t } from "../words/words";

let shown = false;

/** toHeading puts the focus where reading goes on, when what had it is gone. */
export const toHeading = (): void => document.querySelector("h1")?.focus({ preventScroll: true });

/** toTop shows a screen from its heading on, where what is new on it is said. */
export const toTop = (): void => {
	toHeading();
	scrollTo(0, 0);
};

interface Props {
	title: string;
	/** What stands on the line of the heading, such as the timer. */
	beside?: ComponentChildren;
	/** A picture over the heading. */
	above?: ComponentChildren;
	/** A heading that is only read aloud, where the screen shows its thing at once. */
	hushed?: boolean;
	/** The one thing to do, within reach of the thumb. */
	foot?: ComponentChildren;
	children?: ComponentChildren;
}

/**
 * Screen is one thing at a time. When it takes another's place its heading is
 * focused, so that a reader hears where we are now; on the first it is left
 * alone, since the browser has just said the title of the page.
 */
export function Screen({ title, beside, above, hushed, foot, children }: Props) {
	useEffect(() => {
		if (shown) toTop();
		shown = true;
	}, []);
	useEffect(() => {
		document.title = `${title} – ${t("common.app")}`;
	}, [title]);
	const h1 = (
		<h1 class={hushed ? "vh" : undefined} tabIndex={-1} dir="auto">
			{title}
		</h1>
	);
	return (
		<>
			<main class="phone-main">
				{above}
				{hushed ? (
					<>
						{h1}
						<Aloud />
					</>
				) : (
					<div class="row wrap between">
						{h1}
						{beside}
						<Aloud />
					</div>
				)}
				{children}
			</main>
			{foot ? <footer class="phone-foot">{foot}</footer> : null}
		</>
	);
}

import type { ComponentChildren, JSX } from "preact";
import { Icon } from "./icon";

type Variant = "primary" | "secondary" | "tertiary" | "paper";

interface Props {
	variant?: Variant;
	small?: boolean;
	full?: boolean;
	stop?: boolean;
	icon?: string;
	iconAfter?: string;
	children?: ComponentChildren;
}

type ButtonProps = Props & Omit<JSX.IntrinsicElements["button"], "icon" | "size" | "class">;

/** Button is Designsystemet's. One primary on a screen; `paper` is for what is not the one thing. */
export function Button({ variant = "secondary", small, full, stop, icon, iconAfter, children, ...rest }: ButtonProps) {
	return (
		<button type="button" {...rest} {...looks(variant, small, full, stop)}>
			{icon ? <Icon d={icon} /> : null}
			{children}
			{iconAfter ? <Icon d={iconAfter} /> : null}
		</button>
	);
}

type LinkProps = Props & { href: string; target?: string; download?: boolean | string };

/** ButtonLink goes somewhere and looks like a button. */
export function ButtonLink({ variant = "secondary", small, full, stop, icon, children, ...rest }: LinkProps) {
	return (
		<a {...rest} rel={rest.target ? "noopener" : undefined} {...looks(variant, small, full, stop)}>
			{icon ? <Icon d={icon} /> : null}
			{children}
		</a>
	);
}

/** IconButton has no word, only a name that is read aloud. */
export function IconButton({
	icon,
	label,
	...rest
}: { icon: string; label: string } & Omit<JSX.IntrinsicElements["button"], "icon" | "label" | "class">) {
	return (
		<button type="button" class="ds-button iconbtn" data-variant="tertiary" aria-label={label} title={label} {...rest}>
			<Icon d={icon} />
		</button>
	);
}

function looks(variant: Variant, small?: boolean, full?: boolean, stop?: boolean) {
	return {
		class: "ds-button",
		"data-variant": variant,
		"data-small": small ? "" : undefined,
		"data-fullwidth": full ? "" : undefined,
		"data-tone": stop ? "stop" : undefined,
	};
}

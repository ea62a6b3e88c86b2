import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { unsay } from "../participant/voice";
import { useTwice } from "./twice";

interface Props {
	title: string;
	onClose: () => void;
	foot?: ComponentChildren;
	children?: ComponentChildren;
}

/**
 * Dialog is the browser's own: Escape closes it and the focus stays inside. It is open as long as
 * it is drawn; when it goes, the focus returns to where it came from.
 */
export function Dialog({ title, onClose, foot, children }: Props) {
	const ref = useRef<HTMLDialogElement>(null);
	const id = useId();
	useTwice();
	// Before the next key: whoever types on at once types in here.
	useLayoutEffect(() => {
		const from = document.activeElement;
		unsay();
		ref.current?.showModal();
		return () => {
			// As long as it stands open nothing outside it takes the focus: so when it has gone, unless somebody has it by then.
			queueMicrotask(() => {
				if (document.activeElement === document.body && from instanceof HTMLElement && from.isConnected) from.focus();
			});
		};
	}, []);
	return (
		<dialog class="ds-dialog" ref={ref} aria-labelledby={id} onClose={onClose}>
			<h2 id={id}>{title}</h2>
			{children}
			{foot ? <div class="dialog-foot">{foot}</div> : null}
		</dialog>
	);
}

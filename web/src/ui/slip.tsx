import type { ComponentChildren } from "preact";
import { Icon } from "./icon";
import { check, phone, warning } from "./icons";
import { Said } from "./said";

export type SlipState = "saved" | "received" | "refused";

const signs: Record<SlipState, string> = { saved: phone, received: check, refused: warning };

/** Slip is an idea on paper. What has become of it is told with an icon and a word. */
export function Slip({
	text,
	lang,
	norsk,
	is,
	word,
	aside,
	children,
}: {
	text: string;
	lang?: string | undefined;
	norsk?: string | undefined;
	is?: SlipState;
	word?: string;
	aside?: boolean;
	children?: ComponentChildren;
}) {
	return (
		<div class="slip" data-aside={aside ? "" : undefined}>
			<Said text={text} lang={lang} norsk={norsk} />
			{is || word || children ? (
				<div class="slip-foot">
					{is ? (
						<span class="state" data-is={is}>
							<Icon d={signs[is]} />
							{word}
						</span>
					) : (
						word
					)}
					{children}
				</div>
			) : null}
		</div>
	);
}

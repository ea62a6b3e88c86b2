import { Icon } from "./icon";
import { offline, online } from "./icons";

/** Connection is always there, as an icon and a word, never a colour alone. */
export function Connection({ on, text }: { on: boolean; text: string }) {
	return (
		<span class="state" data-is={on ? "online" : "off"}>
			<Icon d={on ? online : offline} />
			{text}
		</span>
	);
}

import type { Args } from "../words/say";
import { also, second } from "../words/second";
import { type Key, t } from "../words/words";

/** Also is the line beneath: the same in the hall's second language, and marked as such for whoever listens. */
export function Also({ text, along }: { text: string | undefined; along?: boolean | undefined }) {
	return text && second.value ? (
		<span class={along ? "also along" : "also"} lang={second.value} dir="auto">
			{text}
		</span>
	) : null;
}

interface TwoProps {
	k: Key;
	with?: Args;
	/** What differs in the second language, such as a date or a title. */
	other?: Args;
	/** On the same line, where what is said is short and there is no room for another. */
	along?: boolean;
}

/** Two is one of our own texts in both languages, one line under the other. */
export function Two({ k, with: args, other, along }: TwoProps) {
	return (
		<>
			{t(k, args)}
			<Also text={also(k, other ? { ...args, ...other } : args)} along={along} />
		</>
	);
}

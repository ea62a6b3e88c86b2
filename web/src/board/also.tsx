import type { Args } from "../words/say";
import { also, second } from "../words/second";
import { type Key, t } from "../words/words";

/** Also is the line beneath: the same in the hall's second language, and marked as such for whoever listens. */
export function Also({ text }: { text: string | undefined }) {
	return text && second.value ? (
		<span class="also" lang={second.value} dir="auto">
			{text}
		</span>
	) : null;
}

/** Two is one of our own texts in both languages, one line under the other. */
export function Two({ k, with: args }: { k: Key; with?: Args }) {
	return (
		<>
			{t(k, args)}
			<Also text={also(k, args)} />
		</>
	);
}

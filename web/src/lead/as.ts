import { allAffiliation } from "../gen/protocol";
import { t } from "../words/words";

/** as says what somebody is here as, or nothing when they have not said. */
export function as(word: string): string {
	const known = allAffiliation.find((a) => a === word);
	return known ? t(`lead.as.${known}`) : "";
}

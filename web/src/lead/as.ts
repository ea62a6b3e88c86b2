import { allAffiliation } from "../gen/protocol";
import { listed } from "../words/dates";
import { t } from "../words/words";

/** as says what somebody is here as, or nothing when they have not said. */
export function as(word: string): string {
	const known = allAffiliation.find((a) => a === word);
	return known ? t(`lead.as.${known}`) : "";
}

/** numbers names people by their numbers, as one says them aloud. */
export function numbers(of: readonly number[]): string {
	return listed(of.map((n) => t("lead.seat", { n })));
}

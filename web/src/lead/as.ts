import { allAffiliation } from "../gen/protocol";
import { listed } from "../words/dates";
import { t } from "../words/words";

/** as says what somebody is here as, or nothing when they have not said. */
export function as(word: string): string {
	const known = allAffiliation.find((a) => a === word);
	return known ? t(`lead.as.${known}`) : "";
}

/** hats says all that somebody is here as. The first is the one that is counted. */
export function hats(of: { as: string; also: string }): string {
	return [as(of.as), as(of.also)].filter(Boolean).join(" + ");
}

/** numbers names people by their numbers, as one says them aloud. */
export function numbers(of: readonly number[]): string {
	return listed(of.map((n) => t("lead.seat", { n })));
}

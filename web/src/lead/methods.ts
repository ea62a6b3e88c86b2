import type { VoteView } from "../gen/protocol";
import { t } from "../words/words";

/** The ways of voting, and how much each ballot may hold: to begin with, and at most when there are so many proposals. */
export const methods = {
	approve: { k: 3, most: (options: number) => options },
	dots: { k: 5, most: (options: number) => 3 * options },
	rank: { k: 3, most: (options: number) => options },
	score: { k: 5, most: () => 10 },
	yesno: { k: 1, most: () => 1 },
} as const;

export type MethodName = keyof typeof methods;
export const methodNames = Object.keys(methods) as MethodName[];

/** methodOf names a vote's way; one this page has not heard of is shown as the usual. */
export const methodOf = (vote: Pick<VoteView, "method">): MethodName =>
	methodNames.find((name) => name === vote.method) ?? "approve";

/** each says what everybody has to vote with. */
export const each = (vote: Pick<VoteView, "method" | "k">): string =>
	t(`lead.method.${methodOf(vote)}_k`, { k: vote.k });

import type { FunctionComponent } from "preact";
import type { OptionView, VoteView } from "../../gen/protocol";
import { approve } from "./approve";
import { dots } from "./dots";
import { rank } from "./rank";
import { score } from "./score";
import { yesno } from "./yesno";

/** A choice as it is handed in: ids, or `id=word`. */
export type Choice = readonly string[];

export interface RowProps {
	vote: VoteView;
	option: OptionView;
	choice: Choice;
	/** The choice as it became. Whether it is handed in at once or first when one is done is not the row's business. */
	set: (choice: Choice) => void;
}

/** Method is how a way of voting looks on a phone; the rules of it are the server's. */
export interface Method {
	title(k: number): string;
	/** How much of what one has is used. */
	used(vote: VoteView, choice: Choice): string;
	/** Filled and open tokens, for budgets small enough to be seen. */
	tokens?: boolean;
	Row: FunctionComponent<RowProps>;
	/** What a number in the result is: votes, points, yes. */
	unit(n: number): string;
	/** What one chose oneself, in words; nothing if one did not. */
	mine(choice: Choice, option: string): string;
}

const methods: Record<string, Method> = { approve, dots, score, yesno, rank };

/** methodOf is how a vote looks. */
export const methodOf = (vote: { method: string }): Method => methods[vote.method] ?? approve;

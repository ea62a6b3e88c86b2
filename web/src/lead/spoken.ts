import type { ScriptView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { methodOf } from "./methods";
import { openVote } from "./vote";

const usual = 3; // what the templates' own words say

/**
 * spoken is what is said now. The plan's words are about the usual vote; a later round, another way of voting or
 * another number of choices is said as it is.
 */
export function spoken(m: Meeting, script: ScriptView): ScriptView {
	const vote = openVote(m);
	if (!vote) return script;
	const way = methodOf(vote);
	if (vote.round === 1 && way === "approve" && vote.k === usual) return script;
	const round = vote.round > 1 ? `${t("lead.vote.say_round", { n: vote.round, of: vote.options.length })} ` : "";
	const secret = t(vote.secret ? "lead.vote.say_secret" : "lead.vote.say_open");
	return { ...script, say: `${round}${t(`lead.vote.say_${way}`, { k: vote.k })} ${secret}` };
}

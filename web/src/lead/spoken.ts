import type { ScriptView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { methodOf } from "./methods";

const usual = 3; // what the templates' own words say

/** Where a vote is after it was opened, when the plan's words are no longer about what happens now. */
type Stage = "open" | "hall" | "closed" | "counted" | "telling";

/**
 * spoken is what is said and done now. The plan's words are about the step as it begins. Once the vote is open, shut,
 * counted or being told, what was said before it would be wrong; and a later round, another way of voting or another
 * number of choices is said as it is.
 */
export function spoken(m: Meeting, script: ScriptView): ScriptView {
	const vote = latest(m);
	const stage = vote && stageOf(m, vote);
	if (!vote || !stage) return script;
	const told = stage === "open" ? asked(vote, script) : t(`lead.script.${stage}`);
	const wrong = stage === "open" ? script.wrong : stage === "counted" ? t("lead.script.counted_wrong") : "";
	return { ...script, say: told, do: t(`lead.script.${stage}_do`).split("\n"), wrong };
}

const latest = (m: Meeting): VoteView | undefined =>
	m.store.list("votes", (v) => -v.order).find((v) => v.status !== "cancelled");

function stageOf(m: Meeting, vote: VoteView): Stage | undefined {
	const kind = m.store.one("step")?.kind;
	if (kind === "resultat") return m.store.get("unveiled", vote.id)?.left ? "telling" : undefined;
	if (kind !== "avstemning") return undefined;
	return stages[vote.status];
}

const stages: Record<string, Stage> = { open: "open", hall: "hall", closed: "closed", counted: "counted" };

function asked(vote: VoteView, script: ScriptView): string {
	const way = methodOf(vote);
	if (vote.round === 1 && way === "approve" && vote.k === usual) return script.say;
	const round = vote.round > 1 ? `${t("lead.vote.say_round", { n: vote.round, of: vote.options.length })} ` : "";
	const secret = t(vote.secret ? "lead.vote.say_secret" : "lead.vote.say_open");
	return `${round}${t(`lead.vote.say_${way}`, { k: vote.k })} ${secret}`;
}

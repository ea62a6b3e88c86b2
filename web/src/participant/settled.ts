import type { Command, No } from "../net/outbox";
import { keepChoice, lateSlip, loseChoice, own } from "../phases/choice";
import { keepSlip, losePlace } from "../phases/paper";
import { slipsIn } from "../phases/shared";
import { keepWritten } from "../phases/written";
import type { Meeting } from "../state/meeting";
import { type Key, refused, t } from "../words/words";
import { say } from "./voice";

/** Why two phones did not find each other, in words that say what to do. */
const unpaired: Partial<Record<string, Key>> = {
	missing: "p.together.wrong",
	invalid: "p.together.own",
	full: "p.together.full",
};
const unmet: Partial<Record<string, Partial<Record<string, Key>>>> = {
	"seat.pair": unpaired,
	"seat.invite": unpaired,
	"seat.swap": { missing: "p.swap.wrong", invalid: "p.swap.own", vote_open: "p.swap.vote" },
};

/** settled is what a phone remembers, and says, of a command that the server has stored or said no to. */
export function settled(m: Meeting, command: Command, code?: No): void {
	if (command.do === "ballot.cast") {
		const ballot = command.with as { vote: string; choice: string[]; slip?: string };
		// What one of those who share a phone chose is nobody's to remember.
		if (!ballot.slip) {
			if (code) loseChoice(m, ballot.vote, code === "closed");
			else keepChoice(m, ballot.vote, ballot.choice);
		}
		if (code === "closed") {
			// A slip that was changed too late counts as it was.
			const changed = ballot.slip && slipsIn(m, ballot.vote).includes(ballot.slip);
			if (ballot.slip && !changed) lateSlip(m, ballot.vote);
			say(t(`p.vote.late.${changed ? "kept" : (own(m, ballot.vote).value.late ?? "none")}`));
			return;
		}
	}
	if (command.do === "idea.post" && !code) keepWritten(m.room, (command.with as { id: string }).id);
	if (command.do === "slip.type" && !code) {
		const slip = command.with as { vote: string; seat: string };
		keepSlip(m.room, slip.vote, slip.seat);
	}
	if (command.do === "place.add" && code) losePlace(m.room, (command.with as { id: string }).id);
	if (command.do === "seat.swap" && !code) say(t("p.swap.done"));
	if (command.do === "seat.scribe" && code === "taken") return; // it is asked whether they mean it
	if (code === "other_seat") return; // nobody here asked for it; what is somebody's words lies there to be read
	const why = unmet[command.do]?.[code ?? ""];
	if (code) say(why ? t(why) : refused(code));
}

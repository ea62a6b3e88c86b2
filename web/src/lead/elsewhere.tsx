import { useState } from "preact/hooks";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { DigitsField } from "../ui/digits";
import { refused, t } from "../words/words";
import { urlOf, type Where } from "./address";

/** Elsewhere opens the board on another machine, as the hall's own at the projector, by the digits that stand there. */
export function Elsewhere({ m, where }: { m: Meeting; where: Where }) {
	const [said, say] = useState("");
	const [given, give] = useState(false);
	const send = async (digits: string) => {
		give(false);
		const answer = await api.screen(m.room, digits);
		give(answer.ok);
		say(answer.ok ? "" : answer.status === 404 ? t("lead.screen.wrong") : refused(answer.code));
	};
	return (
		<>
			<DigitsField
				id="screen"
				label={t("lead.screen")}
				n={4}
				hint={
					<>
						{t("lead.screen.how")} <b dir="ltr">{`${urlOf(where)}/tavle`}</b>
					</>
				}
				wrong={said}
				onTyped={(digits) => void send(digits)}
			/>
			<p role="status">{given ? t("lead.screen.given") : ""}</p>
		</>
	);
}

import { useState } from "preact/hooks";
import { api } from "../net/api";
import type { Meeting } from "../state/meeting";
import { refused, t } from "../words/words";
import { urlOf, type Where } from "./address";

/** Elsewhere opens the board on another machine, as the hall's own at the projector, by the digits that stand there. */
export function Elsewhere({ m, where }: { m: Meeting; where: Where }) {
	const [typed, type] = useState("");
	const [said, say] = useState("");
	const [given, give] = useState(false);
	const send = async (digits: string) => {
		const answer = await api.screen(m.room, digits);
		give(answer.ok);
		say(answer.ok ? "" : answer.status === 404 ? t("lead.screen.wrong") : refused(answer.code));
		if (!answer.ok) type("");
	};
	return (
		<div class="field">
			<label class="ds-label" for="screen">
				{t("lead.screen")}
			</label>
			<p class="hint" id="screen-hint">
				{t("lead.screen.how")} <b dir="ltr">{`${urlOf(where)}/tavle`}</b>
			</p>
			<input
				class="ds-input codeinput"
				id="screen"
				dir="ltr"
				inputMode="numeric"
				autocomplete="off"
				maxLength={4}
				value={typed}
				aria-describedby="screen-hint screen-wrong"
				aria-invalid={said !== ""}
				onInput={(e) => {
					const digits = e.currentTarget.value.replace(/\D/g, "").slice(0, 4);
					e.currentTarget.value = digits;
					type(digits);
					give(false);
					if (digits.length === 4) void send(digits);
				}}
			/>
			<p class="ds-validation-message" id="screen-wrong" role="alert" hidden={said === ""}>
				{said}
			</p>
			<p role="status">{given ? t("lead.screen.given") : ""}</p>
		</div>
	);
}

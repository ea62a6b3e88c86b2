import { useState } from "preact/hooks";
import { api } from "../net/api";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { refused, t } from "../words/words";

/** Helping lets in the phone beside this one, by the digits that stand on it, and tells who came. */
export function Helping({ m, close }: { m: Meeting; close: () => void }) {
	const [had] = useState(m.me.value?.helped.length ?? 0);
	const [typed, type] = useState("");
	const [said, say] = useState("");
	const [given, give] = useState(false);
	const came = m.me.value?.helped.slice(had) ?? [];
	const send = async (digits: string) => {
		const answer = await api.giveHelp(m.room, digits);
		give(answer.ok);
		say(answer.ok ? "" : answer.status === 404 ? t("p.help.wrong") : refused(answer.code));
		if (!answer.ok) type("");
	};
	return (
		<Dialog
			title={t("p.help.give")}
			onClose={close}
			foot={
				<Button variant="paper" full onClick={close}>
					{t("common.close")}
				</Button>
			}
		>
			<div class="stack" role="status">
				{came.map((n) => (
					<p key={n} class="state" data-is="received">
						<Icon d={check} />
						{t("p.help.came", { n })}
					</p>
				))}
				{given && came.length === 0 ? <p>{t("p.help.given")}</p> : null}
			</div>
			{given ? null : (
				<div class="field">
					<label class="ds-label" for="help">
						{t("p.help.type")}
					</label>
					<p class="hint" id="help-hint">
						{t("p.help.type_how")}
					</p>
					<input
						class="ds-input codeinput"
						id="help"
						dir="ltr"
						inputMode="numeric"
						autocomplete="off"
						maxLength={4}
						value={typed}
						aria-describedby="help-hint help-wrong"
						aria-invalid={said !== ""}
						onInput={(e) => {
							const digits = e.currentTarget.value.replace(/\D/g, "").slice(0, 4);
							e.currentTarget.value = digits;
							type(digits);
							if (digits.length === 4) void send(digits);
						}}
					/>
					<p class="ds-validation-message" id="help-wrong" role="alert" hidden={said === ""}>
						{said}
					</p>
				</div>
			)}
		</Dialog>
	);
}

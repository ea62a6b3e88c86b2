import { useState } from "preact/hooks";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { refused, t } from "../words/words";

/** Helping lets in the phone beside this one, by the digits that stand on it, and tells who came. */
export function Helping({ m, close }: { m: Meeting; close: () => void }) {
	const [had] = useState(m.me.value?.helped.length ?? 0);
	const [said, say] = useState("");
	const [given, give] = useState(false);
	const came = m.me.value?.helped.slice(had) ?? [];
	const send = async (digits: string) => {
		const answer = await api.giveHelp(m.room, digits);
		give(answer.ok);
		say(answer.ok ? "" : answer.status === 404 ? t("p.help.wrong") : refused(answer.code));
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
				<DigitsField
					id="help"
					label={t("p.help.type")}
					n={4}
					hint={t("p.help.type_how")}
					wrong={said}
					onTyped={(digits) => void send(digits)}
				/>
			)}
		</Dialog>
	);
}

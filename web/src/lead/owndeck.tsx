import { useId, useState } from "preact/hooks";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { ButtonLink } from "../ui/button";
import { download } from "../ui/icons";
import { type Key, refused, t } from "../words/words";
import { say } from "./voice";

const faults: Record<string, Key> = {
	invalid: "lead.file.invalid",
	empty: "lead.file.empty",
	full: "lead.file.full",
	taken: "lead.file.taken",
	missing: "lead.file.missing",
	too_long: "lead.file.too_long",
	too_large: "lead.file.too_long",
	closed: "lead.file.closed",
};

/** OwnDeck takes the cards on the tables home as a file, and lays changed ones there. A file with a fault changes nothing. */
export function OwnDeck({ m }: { m: Meeting }) {
	const id = useId();
	const [wrong, set] = useState("");
	const take = async (file: File) => {
		const answer = await api.takeDeck(m.room, await file.text());
		const key = answer.ok ? undefined : faults[answer.code];
		set(answer.ok ? "" : key ? t(key) : refused(answer.code));
		if (answer.ok) say(t("lead.file.done", { name: file.name }));
	};
	return (
		<details>
			<summary>{t("lead.file.pick")}</summary>
			<div class="stack-s">
				<p class="small muted">{t("lead.file.how")}</p>
				{m.store.one("deck")?.cards.length ? (
					<ButtonLink variant="paper" icon={download} href={`/api/rooms/${m.room}/deck.json`}>
						{t("lead.file.down")}
					</ButtonLink>
				) : null}
				<div class="field">
					<label class="ds-label" for={id}>
						{t("lead.file.pick")}
					</label>
					<input
						class="ds-input"
						id={id}
						type="file"
						accept=".json,application/json"
						aria-invalid={wrong !== ""}
						onChange={(e) => {
							const file = e.currentTarget.files?.[0];
							if (file) void take(file);
							e.currentTarget.value = "";
						}}
					/>
					<p class="ds-validation-message" role="alert" hidden={!wrong}>
						{wrong}
					</p>
				</div>
			</div>
		</details>
	);
}

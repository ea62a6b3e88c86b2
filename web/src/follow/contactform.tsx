import { useEffect, useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { Both } from "./both";
import { Fold } from "./fold";
import type { Given } from "./given";
import { dropOvertaken, overtaken } from "./refusals";

interface Card {
	who: string;
	phone: string;
	mail: string;
	hours: string;
}

const fields = [
	{ name: "who", max: limits.name, mode: "text" },
	{ name: "phone", max: 30, mode: "tel" },
	{ name: "mail", max: limits.name, mode: "email" },
	{ name: "hours", max: limits.step, mode: "text" },
] as const;

const line = (c: Card) => [c.who, c.phone, c.mail, c.hours].filter(Boolean).join(" · ");

/** ContactForm writes *Hvem ringer jeg?*. The card is one thing, so it is saved as one. */
export function ContactForm({ m }: Given) {
	const shown = m.store.one("contact") ?? { who: "", phone: "", mail: "", hours: "", seen: 0 };
	const [draft, write] = useState<(Card & { seen: number }) | undefined>(undefined);
	const mine = overtaken(m, "contact")?.with as Card | undefined;
	const card = draft ?? shown;
	const overtook = draft !== undefined && shown.seen > draft.seen && line(shown) !== line(draft);
	useEffect(() => {
		if (draft && line(draft) === line(shown) && shown.seen > draft.seen) write(undefined);
	}, [draft, shown.seen]);
	const send = (c: Card, seen: number) =>
		m.send("contact.set", { who: c.who, phone: c.phone, mail: c.mail, hours: c.hours, seen }, "contact");
	return (
		<Fold id="contact" title={t("svar.contact")}>
			<p class="muted">{t("follow.contact_why")}</p>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					if (!overtook && !mine) send(card, draft?.seen ?? shown.seen);
				}}
			>
				{fields.map((f) => (
					<div class="field" key={f.name}>
						<label class="ds-label" for={`c-${f.name}`}>
							{t(`follow.contact.${f.name}`)}
						</label>
						<input
							class="ds-input"
							id={`c-${f.name}`}
							inputMode={f.mode}
							maxLength={f.max}
							autocomplete="off"
							value={card[f.name]}
							onInput={(e) => write({ ...card, seen: draft?.seen ?? shown.seen, [f.name]: e.currentTarget.value })}
						/>
					</div>
				))}
				{overtook || mine ? (
					<Both
						theirs={line(shown)}
						mine={line(mine ?? card)}
						keep={() => {
							dropOvertaken(m, "contact");
							const kept = mine ?? card;
							write({ ...kept, seen: shown.seen });
							send(kept, shown.seen);
						}}
						take={() => {
							dropOvertaken(m, "contact");
							write(undefined);
						}}
					/>
				) : (
					<Button variant="paper" type="submit">
						{t("follow.contact_save")}
					</Button>
				)}
			</form>
		</Fold>
	);
}

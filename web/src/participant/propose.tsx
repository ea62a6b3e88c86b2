import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Proposal, Purpose } from "../net/api";
import * as api from "../net/api";
import { Button } from "../ui/button";
import { type Key, lang as page, refused, t } from "../words/words";

const purposes: [Purpose, Key][] = [
	["startskudd", "p.propose.startskudd"],
	["ideer", "p.propose.ideer"],
	["sporsmal", "p.propose.sporsmal"],
];
const still = 400; // ms without a digit before we answer: nobody wants advice on “1” while writing “120”

interface Props {
	lang: string;
	chosen: Signal<string>;
	picked: Signal<boolean>;
}

/**
 * Propose asks two things that may be left out, and says which meeting suits. The rule and its sentences are the
 * server's. What suits is chosen at once, or whoever answered would get another meeting than was proposed; but it
 * takes nothing from whoever has picked one by hand.
 */
export function Propose({ lang, chosen, picked }: Props) {
	const people = useSignal("");
	const minutes = useSignal("");
	const purpose = useSignal<Purpose>("ideer");
	const found = useSignal<Proposal | string | undefined>(undefined);
	const asked = people.value.trim() !== "" && minutes.value.trim() !== "";
	useEffect(() => {
		if (!asked) {
			found.value = undefined;
			return;
		}
		let here = true;
		const query = new URLSearchParams({
			lang,
			in: page.value.split("-")[0] ?? "",
			purpose: purpose.value,
			people: people.value.trim(),
			minutes: minutes.value.trim(),
		});
		const later = setTimeout(async () => {
			const answer = await api.proposal(query);
			if (!here) return;
			found.value = answer.ok ? answer.body : answer.code;
			if (answer.ok && answer.body.template && !picked.value) chosen.value = answer.body.template;
		}, still);
		return () => {
			here = false;
			clearTimeout(later);
		};
	}, [asked, lang, purpose.value, people.value, minutes.value, found, chosen, picked]);
	const p = found.value;
	// On a small screen the answer comes below the button that stays at the foot.
	const advice = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (p) advice.current?.scrollIntoView({ block: "nearest" });
	}, [p]);
	return (
		<div class="stack-s">
			<p class="small muted" id="propose-lead">
				{t("p.propose.lead")}
			</p>
			<div class="pair">
				<Count id="people" label="p.propose.people" count={people} />
				<Count id="minutes" label="p.propose.minutes" count={minutes} />
			</div>
			{asked ? (
				<fieldset class="signs">
					<legend class="small muted">{t("p.propose.purpose")}</legend>
					{purposes.map(([id, key]) => (
						<button
							key={id}
							type="button"
							class="chip"
							aria-pressed={purpose.value === id}
							onClick={() => (purpose.value = id)}
						>
							{t(key)}
						</button>
					))}
				</fieldset>
			) : null}
			{/* What is chosen is said too: the button is heard when its words change. */}
			<div role="status" class="stack-s advice" ref={advice}>
				{p === undefined ? null : <p>{typeof p === "string" ? refused(p) : p.line}</p>}
				{typeof p === "object" && p.template ? (
					<Button
						variant="paper"
						onClick={() => {
							chosen.value = p.template;
							picked.value = false;
						}}
					>
						{t(chosen.value === p.template ? "p.propose.used" : "p.propose.use")}
					</Button>
				) : null}
			</div>
		</div>
	);
}

function Count({ id, label, count }: { id: string; label: Key; count: Signal<string> }) {
	return (
		<div class="field">
			<label class="ds-label" for={id}>
				{t(label)}
			</label>
			<input
				class="ds-input"
				id={id}
				inputMode="numeric"
				autocomplete="off"
				maxLength={5}
				value={count.value}
				aria-describedby="propose-lead"
				onInput={(e) => (count.value = e.currentTarget.value)}
			/>
		</div>
	);
}

import { useState } from "preact/hooks";
import { allCountWhat, type CountWhat, limits } from "../gen/protocol";
import { newId } from "../net/ids";
import { Button, IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { plus, trash } from "../ui/icons";
import { number } from "../words/numbers";
import { t } from "../words/words";
import { Field } from "./field";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";

/** Sign is what one counts to see that it works. *Vet vi ikke ennå* is an answer, and the first one. */
export function Sign({ r, m, cal }: Given & { r: Row }) {
	const [adding, add] = useState(false);
	const counts = [...r.care.counts].sort((a, b) => (a.date < b.date ? -1 : 1));
	const scheme = r.care.kind === "ordning";
	const last = (scheme ? counts.filter((c) => c.what === "brukt") : counts).at(-1);
	const slot = `measure/${r.id}/sign`;
	return (
		<Fold id="sign" title={t("follow.sign")} aside={last?.value == null ? t("follow.not_known") : number(last.value)}>
			<p class="big num">{last?.value == null ? t("follow.not_known") : number(last.value)}</p>
			<Field
				m={m}
				label={t("follow.field.sign")}
				hint={t("follow.field.sign_hint")}
				slot={slot}
				value={r.care.sign}
				seen={r.care.seen.sign ?? 0}
				max={limits.idea}
				save={(text, seen) => m.send("measure.edit", { id: r.id, field: "sign", text, seen }, slot)}
			/>
			{counts.length ? (
				<table class="numbers" aria-label={t("follow.numbers")}>
					<thead>
						<tr>
							<th scope="col">{t("follow.number.date")}</th>
							{scheme ? <th scope="col">{t("follow.number.what")}</th> : null}
							<th scope="col">{t("follow.number.value")}</th>
							<th scope="col">{t("follow.number.source")}</th>
							<td />
						</tr>
					</thead>
					<tbody>
						{counts.map((c) => (
							<tr key={c.id}>
								<th scope="row" class="num">
									{cal.say(c.date)}
								</th>
								{scheme ? <td>{c.what ? t(`follow.what.${c.what as CountWhat}`) : ""}</td> : null}
								<td class="num">{c.value == null ? t("follow.not_known") : number(c.value)}</td>
								<td dir="auto">{c.source}</td>
								<td>
									<IconButton
										icon={trash}
										label={t("follow.remove", { what: cal.say(c.date) })}
										onClick={() =>
											m.send("number.set", { ...c, measure: r.id, date: "", seen: r.care.seen[`count/${c.id}`] ?? 0 })
										}
									/>
								</td>
							</tr>
						))}
					</tbody>
				</table>
			) : null}
			<Button variant="paper" small icon={plus} onClick={() => add(true)}>
				{t("follow.number.add")}
			</Button>
			{adding ? (
				<NumberDialog
					today={cal.today.value}
					scheme={scheme}
					onYes={(date, value, source, what) =>
						m.send("number.set", {
							measure: r.id,
							id: newId(),
							date,
							value,
							source,
							seen: 0,
							...(what ? { what } : {}),
						})
					}
					onClose={() => add(false)}
				/>
			) : null}
		</Fold>
	);
}

function NumberDialog({
	today,
	scheme,
	onYes,
	onClose,
}: {
	today: string;
	/** Of a scheme one counts four things each half-year. */
	scheme: boolean;
	onYes: (date: string, value: number | null, source: string, what: CountWhat | "") => void;
	onClose: () => void;
}) {
	const [date, setDate] = useState(today);
	const [value, setValue] = useState("");
	const [source, setSource] = useState("");
	const [what, setWhat] = useState<CountWhat | "">(scheme ? "brukt" : "");
	return (
		<Dialog title={t("follow.number.add")} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					if (!date) return;
					onYes(date, value.trim() === "" ? null : Math.floor(Number(value)), source.trim(), what);
					onClose();
				}}
			>
				{scheme ? (
					<div class="field">
						<label class="ds-label" for="n-what">
							{t("follow.number.what")}
						</label>
						<select
							class="ds-input"
							id="n-what"
							value={what}
							onChange={(e) => setWhat(e.currentTarget.value as CountWhat)}
						>
							{allCountWhat.map((w) => (
								<option key={w} value={w}>
									{t(`follow.what.${w}`)}
								</option>
							))}
						</select>
					</div>
				) : null}
				<div class="field">
					<label class="ds-label" for="n-value">
						{t("follow.number.value")}
					</label>
					<p class="hint" id="n-hint">
						{t("follow.number.hint")}
					</p>
					<input
						class="ds-input"
						id="n-value"
						type="number"
						min={0}
						step={1}
						inputMode="numeric"
						value={value}
						aria-describedby="n-hint"
						onInput={(e) => setValue(e.currentTarget.value)}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="n-date">
						{t("follow.number.date")}
					</label>
					<input
						class="ds-input"
						id="n-date"
						type="date"
						required
						value={date}
						onInput={(e) => setDate(e.currentTarget.value)}
					/>
				</div>
				<div class="field">
					<label class="ds-label" for="n-source">
						{t("follow.number.source")}
					</label>
					<input
						class="ds-input"
						id="n-source"
						maxLength={limits.step}
						value={source}
						onInput={(e) => setSource(e.currentTarget.value)}
					/>
				</div>
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("common.save")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

import { useState } from "preact/hooks";
import type { OptionView, SeatView, VoteView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { check, paper } from "../ui/icons";
import { t } from "../words/words";
import { each, type MethodName, methodOf } from "./methods";
import { say } from "./voice";

type Words = Readonly<Record<string, string>>;

/** PaperSlips types in the slips of those who have no phone. A slip that is typed again takes the place of the one before. */
export function PaperSlips({ m, vote }: { m: Meeting; vote: VoteView }) {
	const [typing, type] = useState(false);
	const desk = m.store.get("desk", vote.id);
	const seats = (desk?.paper ?? [])
		.flatMap((p) => {
			const seat = m.store.get("seats", p.seat);
			return seat ? [{ ...seat, in: p.in }] : [];
		})
		.sort((a, b) => Number(a.in) - Number(b.in) || a.n - b.n);
	if (seats.length === 0) return null;
	const done = seats.filter((s) => s.in).length;
	return (
		<>
			<div class="stack-s">
				<p class="line">
					<span>
						{t("lead.slip.paper", { n: seats.length })} <b>{t("lead.slip.in", { n: done, of: seats.length })}</b>
					</span>
				</p>
				<ul class="papers">
					{seats.map((s) => (
						<li key={s.seat} data-in={s.in ? "" : undefined}>
							{s.in ? <Icon d={check} /> : null}
							{t("lead.seat", { n: s.n })}
							{s.group ? `, ${t("common.group", { n: s.group })}` : ""}:{" "}
							{t(s.in ? "lead.slip.is_in" : "lead.slip.is_out")}
						</li>
					))}
				</ul>
			</div>
			<Button icon={paper} onClick={() => type(true)}>
				{t("lead.slip.type")}
			</Button>
			{typing ? <Slip m={m} vote={vote} seats={seats} onClose={() => type(false)} /> : null}
		</>
	);
}

function Slip({
	m,
	vote,
	seats,
	onClose,
}: {
	m: Meeting;
	vote: VoteView;
	seats: readonly SeatView[];
	onClose: () => void;
}) {
	const [seat, sit] = useState(seats[0]?.seat ?? "");
	const [words, write] = useState<Words>({});
	const [asked, ask] = useState(false);
	const choice = choiceOf(methodOf(vote), vote.options, words);
	const over = overfull(vote, words, choice);
	return (
		<Dialog title={t("lead.slip.type")} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					ask(true);
					if (over || choice.length === 0) return;
					m.send("slip.type", { vote: vote.id, seat, choice }, `slip/${vote.id}/${seat}`);
					say(t("lead.slip.done", { who: t("lead.seat", { n: seats.find((s) => s.seat === seat)?.n ?? 0 }) }));
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="slip-seat">
						{t("lead.slip.whose")}
					</label>
					<select class="ds-input" id="slip-seat" value={seat} onChange={(e) => sit(e.currentTarget.value)}>
						{seats.map((s) => (
							<option key={s.seat} value={s.seat}>
								{t("lead.seat", { n: s.n })}
								{s.group ? `, ${t("common.group", { n: s.group })}` : ""}
							</option>
						))}
					</select>
				</div>
				<p class="muted">{each(vote)}</p>
				<ul class="slip-rows">
					{vote.options.map((o) => (
						<Row
							key={o.id}
							vote={vote}
							option={o}
							value={words[o.id] ?? ""}
							set={(word) => write({ ...words, [o.id]: word })}
						/>
					))}
				</ul>
				{asked && (over || choice.length === 0) ? (
					<p class="ds-validation-message" role="alert">
						{t(over ? "lead.slip.over" : "lead.slip.empty")}
					</p>
				) : null}
				<div class="dialog-foot">
					<Button variant="paper" onClick={onClose}>
						{t("common.cancel")}
					</Button>
					<Button variant="primary" type="submit">
						{t("lead.slip.save")}
					</Button>
				</div>
			</form>
		</Dialog>
	);
}

function Row({
	vote,
	option,
	value,
	set,
}: {
	vote: VoteView;
	option: OptionView;
	value: string;
	set: (word: string) => void;
}) {
	const id = `slip-${option.id}`;
	const method = methodOf(vote);
	return (
		<li>
			<label for={id}>
				<span class="n">{option.n}</span>
				<span dir="auto">{option.title}</span>
			</label>
			{method === "approve" ? (
				<input
					class="ds-input"
					id={id}
					type="checkbox"
					checked={value !== ""}
					onChange={(e) => set(e.currentTarget.checked ? "1" : "")}
				/>
			) : (
				<select class="ds-input" id={id} value={value} onChange={(e) => set(e.currentTarget.value)}>
					<option value="">–</option>
					{wordsOf(method, vote).map(([word, text]) => (
						<option key={word} value={word}>
							{text}
						</option>
					))}
				</select>
			)}
		</li>
	);
}

/** wordsOf is what may be said of one proposal on a slip. */
function wordsOf(method: MethodName, { k }: VoteView): [string, string][] {
	if (method === "yesno") {
		return [
			["ja", t("lead.slip.yes")],
			["nei", t("lead.slip.no")],
			["avstar", t("lead.slip.abstain")],
		];
	}
	const from = method === "score" ? 0 : 1;
	return Array.from({ length: k - from + 1 }, (_, i) => [String(i + from), String(i + from)]);
}

/** choiceOf writes a slip as it is handed in. */
export function choiceOf(method: MethodName, options: readonly Pick<OptionView, "id">[], words: Words): string[] {
	const said = options.map((o) => [o.id, words[o.id] ?? ""] as const).filter(([, word]) => word !== "");
	if (method === "score" || method === "yesno") return said.map(([id, word]) => `${id}=${word}`);
	if (method === "dots") return said.flatMap(([id, word]) => Array<string>(Number(word)).fill(id));
	if (method === "rank") said.sort(([, a], [, b]) => Number(a) - Number(b));
	return said.map(([id]) => id);
}

/** overfull tells whether a slip holds more than one may, or one place twice. The house would refuse it, and the paper would be gone. */
function overfull(vote: VoteView, words: Words, choice: readonly string[]): boolean {
	const method = methodOf(vote);
	if (method === "score" || method === "yesno") return false;
	const places = Object.values(words).filter((word) => word !== "");
	return choice.length > vote.k || (method === "rank" && new Set(places).size < places.length);
}

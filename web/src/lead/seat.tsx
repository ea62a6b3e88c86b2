import { useState } from "preact/hooks";
import type { GroupView, SeatView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DigitsField } from "../ui/digits";
import { hand, pen, trash } from "../ui/icons";
import { t } from "../words/words";
import { hats, numbers } from "./as";
import { Ask } from "./ask";
import { Tie } from "./tie";
import { undoing } from "./undo";
import { say } from "./voice";

/** What can be done with one seat: another table, note-taker, take down a hand, show out. */
export function SeatDialog({
	m,
	seat,
	groups,
	onClose,
}: {
	m: Meeting;
	seat: SeatView;
	groups: GroupView[];
	onClose: () => void;
}) {
	const [removing, remove] = useState(false);
	const [alone, setAlone] = useState(false);
	const who = t("lead.seat", { n: seat.n });
	if (removing) {
		return (
			<Ask
				title={t("lead.seat_remove_title", { who })}
				yes={t("lead.seat_remove")}
				stop
				onYes={() => m.send("seat.remove", { seat: seat.seat })}
				onClose={onClose}
			>
				<p>{t("lead.seat_remove_why")}</p>
			</Ask>
		);
	}
	return (
		<Dialog
			title={who}
			onClose={onClose}
			foot={
				<Button variant="paper" onClick={onClose}>
					{t("common.close")}
				</Button>
			}
		>
			<div class="stack">
				{seat.as ? <p class="muted">{hats(seat)}</p> : null}
				{seat.with.length ? <p>{t("lead.seat_with", { who: numbers(seat.with) })}</p> : null}
				<div class="field">
					<label class="ds-label" for="move">
						{t("lead.seat_move")}
					</label>
					<select
						class="ds-input"
						id="move"
						value={seat.group}
						onChange={(e) => {
							const to = Number(e.currentTarget.value);
							m.send("seat.place", { seat: seat.seat, group: to, ...(alone ? { alone } : {}) });
							say(to ? t("lead.seat_moved", { who, n: to }) : t("lead.seat_taken", { who }), undoing(m, "seat.placed"));
							onClose();
						}}
					>
						<option value={0}>{t("lead.seat_none")}</option>
						{groups.map((g) => (
							<option key={g.n} value={g.n}>
								{t("lead.seat_group", { n: g.n, size: g.size })}
							</option>
						))}
						<option value={groups.length + 1}>{t("lead.seat_new", { n: groups.length + 1 })}</option>
					</select>
					{seat.with.length ? (
						<>
							<p class="hint below">{alone ? "" : t("lead.seat_both", { n: seat.with.length })}</p>
							<label class="tick">
								<input
									class="ds-input"
									type="checkbox"
									checked={alone}
									onChange={(e) => setAlone(e.currentTarget.checked)}
								/>
								<span>{t("lead.seat_alone")}</span>
							</label>
						</>
					) : null}
				</div>
				{seat.paper ? null : (
					<div class="field">
						<label class="ds-label" for="heads">
							{t("lead.seat_heads")}
						</label>
						<select
							class="ds-input"
							id="heads"
							value={seat.heads}
							onChange={(e) => {
								const n = Number(e.currentTarget.value);
								m.send("seat.heads", { n, seat: seat.seat });
								say(t("lead.heads_set", { who, n }), undoing(m, "seat.heads_set"));
								onClose();
							}}
						>
							{[1, 2, 3, 4, 5, 6, 7, 8].map((n) => (
								<option key={n} value={n}>
									{t("lead.seat_heads_n", { n })}
								</option>
							))}
						</select>
					</div>
				)}
				<Tie m={m} seat={seat} onClose={onClose} />
				{seat.role === "participant" && !seat.paper ? (
					<details>
						<summary>{t("lead.seat_swap")}</summary>
						<p class="small muted">{t("lead.seat_swap_why")}</p>
						<DigitsField
							id="swap"
							label={t("lead.seat_swap_type")}
							n={6}
							busy={m.outbox.pending("seat.swap").length > 0}
							onTyped={(code) => {
								m.send("seat.swap", { code, seat: seat.seat }, "swap");
								onClose();
							}}
						/>
					</details>
				) : null}
				<div class="row wrap">
					{seat.group ? (
						<Button
							icon={pen}
							onClick={() => {
								m.send("seat.scribe", { on: !seat.scribe, seat: seat.seat });
								onClose();
							}}
						>
							{t(seat.scribe ? "lead.seat_unscribe" : "lead.seat_scribe")}
						</Button>
					) : null}
					{seat.hand ? (
						<Button
							icon={hand}
							onClick={() => {
								m.send("seat.hand", { why: "", seat: seat.seat });
								onClose();
							}}
						>
							{t("lead.seat_hand_down")}
						</Button>
					) : null}
					<Button variant="tertiary" stop icon={trash} onClick={() => remove(true)}>
						{t("lead.seat_remove")}
					</Button>
				</div>
			</div>
		</Dialog>
	);
}

import type { SeatView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { hats } from "./as";
import { undoing } from "./undo";
import { say } from "./voice";

const most = 2; // beside oneself

/** Tie lets somebody sit together with another: an interpreter, a friend. It is kept when the tables are made. */
export function Tie({ m, seat, onClose }: { m: Meeting; seat: SeatView; onClose: () => void }) {
	const who = t("lead.seat", { n: seat.n });
	const others = m.store
		.list("seats", (s) => s.n)
		.filter((s) => s.role === "participant" && !s.left && s.seat !== seat.seat && !seat.with.includes(s.n));
	return (
		<>
			{seat.with.length < most && others.length ? (
				<div class="field">
					<label class="ds-label" for="tie">
						{t("lead.seat_tie")}
					</label>
					<select
						class="ds-input"
						id="tie"
						value=""
						onChange={(e) => {
							const other = others.find((s) => s.seat === e.currentTarget.value);
							if (!other) return;
							m.send("seats.tie", { seats: [seat.seat, other.seat] });
							say(t("lead.seat_tied", { who, other: t("lead.seat", { n: other.n }) }), undoing(m, "seats.tied"));
							onClose();
						}}
					>
						<option value="">{t("lead.seat_tie_pick")}</option>
						{others.map((s) => (
							<option key={s.seat} value={s.seat}>
								{[t("lead.seat", { n: s.n }), hats(s)].filter(Boolean).join(" · ")}
							</option>
						))}
					</select>
				</div>
			) : null}
			{seat.with.length ? (
				<Button
					onClick={() => {
						m.send("seat.part", { seat: seat.seat });
						say(t("lead.seat_parted", { who }), undoing(m, "seats.tied"));
						onClose();
					}}
				>
					{t("lead.seat_part")}
				</Button>
			) : null}
		</>
	);
}

import { useState } from "preact/hooks";
import type { MeetingView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { clock } from "../ui/icons";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { outAt } from "./times";
import { undoing } from "./undo";
import { say } from "./voice";

interface Props {
	m: Meeting;
	about: MeetingView;
	/** When the evening will end as things stand. */
	finish: number;
	now: number;
}

/** OutBy says whether we will be out in time, and shortens the rest when we will not. It never does so by itself. */
export function OutBy({ m, about, finish, now }: Props) {
	const [open, set] = useState(false);
	const until = outAt(about.outBy, about.zone, about.started || now);
	const over = until === undefined ? 0 : Math.ceil((finish - until) / 60_000);
	const time = (at: number) => clockAt(at, about.zone);
	return (
		<>
			{until === undefined ? (
				<Button variant="tertiary" small icon={clock} onClick={() => set(true)}>
					{t("lead.out.set")}
				</Button>
			) : (
				<div class="late out" data-late={over > 0 ? "" : undefined}>
					<p>
						<b>{over > 0 ? t("lead.out.over", { n: over }) : t("lead.out.fits")}</b>{" "}
						{t("lead.out.is", { time: time(until) })}{" "}
						{about.started ? null : t("lead.out.starting", { time: time(finish) })}
					</p>
					<div class="row wrap">
						{over > 0 ? (
							<Button
								small
								onClick={() => {
									m.send("agenda.fit", { until });
									say(t("lead.out.fitted"), undoing(m, "agenda.set"));
								}}
							>
								{t("lead.out.fit")}
							</Button>
						) : null}
						<Button variant="tertiary" small onClick={() => set(true)}>
							{t("common.edit")}
							<span class="vh"> {t("lead.out")}</span>
						</Button>
					</div>
				</div>
			)}
			{open ? <Ask m={m} by={about.outBy} onClose={() => set(false)} /> : null}
		</>
	);
}

function Ask({ m, by, onClose }: { m: Meeting; by: string; onClose: () => void }) {
	const [time, write] = useState(by);
	return (
		<Dialog title={t("lead.out.set")} onClose={onClose}>
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					if (time !== by) m.send("meeting.out_by", { by: time }, "out");
					onClose();
				}}
			>
				<div class="field">
					<label class="ds-label" for="out-by">
						{t("lead.out")}
					</label>
					<p class="hint" id="out-hint">
						{t("lead.out.why")}
					</p>
					<input
						class="ds-input"
						id="out-by"
						type="time"
						aria-describedby="out-hint"
						value={time}
						onInput={(e) => write(e.currentTarget.value)}
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

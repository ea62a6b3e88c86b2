import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";

/**
 * See is what the others see just now: a phone and the board, side by side, while the evening is led below. The frames
 * are the others' own pages with nothing that can be pressed; what the server does not give them is not there.
 */
export function See({ m }: { m: Meeting }) {
	const [table, sit] = useState(0);
	const groups = m.store.list("groups", (g) => g.n);
	return (
		<main class="desk-main">
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.see.title")}</h1>
					<p class="muted">{t("lead.see.why")}</p>
				</div>
			</div>
			<div class="seen-by">
				<section class="stack-s" aria-labelledby="see-phone">
					<h2 id="see-phone">{t("lead.see.phone")}</h2>
					{groups.length ? (
						<div class="field">
							<label class="ds-label" for="see-as">
								{t("lead.see.as")}
							</label>
							<select class="ds-input" id="see-as" value={table} onChange={(e) => sit(Number(e.currentTarget.value))}>
								<option value={0}>{t("lead.see.no_table")}</option>
								{groups.map((g) => (
									<option key={g.n} value={g.n}>
										{t("common.group", { n: g.n })}
									</option>
								))}
							</select>
						</div>
					) : null}
					<div class="frame" data-of="phone">
						<iframe key={table} title={t("lead.see.phone_frame")} src={`/se/${m.room}?see=${table}`} />
					</div>
					<p class="small muted">{t("lead.see.private")}</p>
				</section>
				<section class="stack-s" aria-labelledby="see-board">
					<h2 id="see-board">{t("lead.see.board")}</h2>
					<div class="frame" data-of="board">
						<iframe title={t("lead.see.board_frame")} src={`/tavle/${m.room}?see=board`} />
					</div>
				</section>
			</div>
		</main>
	);
}

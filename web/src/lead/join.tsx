import { codeText } from "../board/code";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { info } from "../ui/lateicons";
import { Qr } from "../ui/qr";
import { t } from "../words/words";
import { pick, type Where } from "./address";

/** How people get in: address, code, picture. The same as on the board, for reading aloud. */
export function JoinBox({ m, where }: { m: Meeting; where: Where }) {
	const about = m.store.one("meeting");
	return (
		<section class="box joinbox" aria-labelledby="join">
			<div class="stack-s">
				<h2 id="join">{t("lead.join")}</h2>
				<p class="lead" dir="ltr">
					<b>{where.host}</b>
				</p>
				<p class="code big-code" dir="ltr">
					{codeText(about?.code)}
				</p>
				{where.candidates.length > 1 && !where.reached ? (
					<div class="field">
						<label class="ds-label" for="address">
							{t("lead.address")}
						</label>
						<select
							class="ds-input"
							id="address"
							dir="ltr"
							value={where.url}
							onChange={(e) => void pick(m.room, e.currentTarget.value)}
						>
							{where.candidates.map((url) => (
								<option key={url} value={url}>
									{url.replace(/^https?:\/\//, "")}
								</option>
							))}
						</select>
					</div>
				) : null}
				{where.reached || where.host === undefined ? null : (
					<p class="line small muted">
						<Icon d={info} />
						<span>{t(where.host ? "lead.unreached_why" : "refused.no_address")}</span>
					</p>
				)}
			</div>
			{where.host ? <Qr room={m.room} alt={t("lead.qr_alt")} /> : null}
		</section>
	);
}

/** The same on one line, for the rest of the evening. */
export function JoinLine({ m, where }: { m: Meeting; where: Where }) {
	return (
		<p class="join-line small">
			<span class="muted">{t("lead.join_line")}</span> <b dir="ltr">{where.host}</b>{" "}
			<b class="code" dir="ltr">
				{codeText(m.store.one("meeting")?.code)}
			</b>
		</p>
	);
}

import { useState } from "preact/hooks";
import { Button } from "../ui/button";
import { trash } from "../ui/icons";
import { t } from "../words/words";
import { Ask } from "./ask";
import { Fold } from "./fold";
import type { Given } from "./given";

/** Versions is what has been published, the latest first. What names somebody can be taken out for good. */
export function Versions({ m, cal }: Given) {
	const [redacting, redact] = useState(0);
	const list = [...(m.store.one("answer")?.versions ?? [])].reverse();
	if (list.length === 0) return null;
	return (
		<Fold id="versions" title={t("follow.versions")} aside={list.length}>
			<ol class="stack-s">
				{list.map((v, k) => (
					<li key={v.seq} class="row wrap">
						<span>
							{t(k === list.length - 1 ? "follow.version_sent" : "follow.version_corrected", {
								n: list.length - k,
								day: cal.on(v.at),
							})}{" "}
							{v.redacted ? <i>{t("follow.redacted")}</i> : null}
						</span>
						<span class="push" />
						{v.redacted ? null : (
							<Button variant="tertiary" small stop icon={trash} onClick={() => redact(v.seq)}>
								{t("follow.version_redact")}
							</Button>
						)}
					</li>
				))}
			</ol>
			{redacting ? (
				<Ask
					title={t("follow.redact_title")}
					yes={t("follow.redact_yes")}
					stop
					onYes={() => m.send("answer.redact", { seq: redacting })}
					onClose={() => redact(0)}
				>
					<p>{t("follow.version_why")}</p>
				</Ask>
			) : null}
		</Fold>
	);
}

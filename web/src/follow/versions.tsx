import { useState } from "preact/hooks";
import { Button } from "../ui/button";
import { trash } from "../ui/icons";
import { t } from "../words/words";
import { Ask } from "./ask";
import type { Given } from "./given";

/** Versions is what has been published, the latest first. What names somebody can be taken out for good. */
export function Versions({ m, cal }: Given) {
	const [redacting, redact] = useState(0);
	const list = [...(m.store.one("answer")?.versions ?? [])].reverse();
	if (list.length === 0) return null;
	return (
		<section class="box stack" aria-labelledby="versions">
			<h2 id="versions">{t("follow.versions")}</h2>
			<ol class="stack-s">
				{list.map((v) => (
					<li key={v.seq} class="row wrap">
						<span>
							{cal.on(v.at)} {v.redacted ? <i>{t("follow.redacted")}</i> : null}
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
		</section>
	);
}

import { useEffect, useState } from "preact/hooks";
import type { Made } from "../net/api";
import * as api from "../net/api";
import { Button, ButtonLink } from "../ui/button";
import { print } from "../ui/lateicons";
import { t } from "../words/words";
import { spaced } from "./code";
import { Screen } from "./screen";
import { say } from "./voice";

/** grouped writes a key in fours, as one copies by hand. */
export const grouped = (key: string): string => key.match(/.{1,4}/g)?.join(" ") ?? key;

/** MadeScreen shows the recovery key, this once: the server keeps only its fingerprint. */
export function MadeScreen({ made }: { made: Made }) {
	const panel = `/led/${made.room}`;
	const [origin, at] = useState(location.origin);
	useEffect(() => {
		// The machine's own name for itself leads nowhere from another machine, which is where the key is for.
		void api.address(made.room, "lead").then((answer) => {
			if (answer.ok && answer.body.url) at(answer.body.url);
		});
	}, []);
	return (
		<Screen
			title={t("p.made.title")}
			foot={
				<ButtonLink variant="primary" full href={panel}>
					{t("p.made.go")}
				</ButtonLink>
			}
		>
			<section class="box stack-s" aria-labelledby="key">
				<h2 id="key">{t("p.made.key")}</h2>
				<p class="code key" dir="ltr">
					{grouped(made.key)}
				</p>
				<p>{t("p.made.why")}</p>
				<p>
					<b>{t("p.made.keep")}</b>
				</p>
				<p class="small muted">{t("p.made.where")}</p>
				<p class="small" dir="ltr">
					{origin + panel}
				</p>
				<div class="pair no-print">
					<Button variant="paper" icon={print} onClick={() => window.print()}>
						{t("p.made.print")}
					</Button>
					{navigator.clipboard ? (
						<Button
							variant="paper"
							onClick={() => void navigator.clipboard.writeText(made.key).then(() => say(t("p.made.copied")))}
						>
							{t("p.made.copy")}
						</Button>
					) : null}
				</div>
			</section>
			<section class="stack-s" aria-labelledby="code">
				<h2 id="code">{t("p.made.code")}</h2>
				<p class="code lead" dir="ltr">
					{spaced(made.code)}
				</p>
			</section>
		</Screen>
	);
}

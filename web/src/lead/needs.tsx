import { useEffect, useState } from "preact/hooks";
import type { NeedLine } from "../net/api";
import * as api from "../net/api";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { info } from "../ui/lateicons";
import { t } from "../words/words";

/** Needs is what people have said that they need to be able to take part. It is asked for when somebody has, and kept nowhere. */
export function Needs({ m }: { m: Meeting }) {
	const [lines, set] = useState<NeedLine[]>([]);
	const who = m.store
		.list("seats", (s) => s.n)
		.filter((s) => s.need)
		.map((s) => s.n)
		.join();
	useEffect(() => {
		if (who === "") return set([]);
		let here = true;
		void api.needs(m.room).then((answer) => {
			if (here && answer.ok) set(answer.body.needs);
		});
		return () => {
			here = false;
		};
	}, [who]);
	if (lines.length === 0) return null;
	return (
		<section class="box stack-s" data-tone="look" aria-labelledby="needs">
			<h2 id="needs">
				<Icon d={info} />
				{t("lead.needs.title")}
			</h2>
			<ul class="stack-s">
				{lines.map((l) => (
					<li key={l.n}>
						<b>
							{l.group
								? t("lead.needs.at", { who: t("lead.seat", { n: l.n }), group: l.group })
								: t("lead.seat", { n: l.n })}
						</b>{" "}
						<span dir="auto">{l.text}</span>
					</li>
				))}
			</ul>
			<p class="small muted">{t("lead.needs.why")}</p>
		</section>
	);
}

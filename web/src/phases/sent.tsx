import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { Sign } from "../ui/sign";
import { Slip } from "../ui/slip";
import { t } from "../words/words";

/** SentList is a table's list after it went to everybody. */
export function SentList({ m }: { m: Meeting }) {
	const group = m.me.value?.group;
	const sent = m.store.list("ideas", (i) => i.order).filter((i) => i.place === "plenum" && i.group === group);
	return (
		<section class="stack-s" aria-labelledby="sent">
			<div class="callout">
				<Icon d={check} />
				<div>
					<h2 id="sent">{t("p.table.sent")}</h2>
					<p>{t("p.table.sent_body")}</p>
				</div>
			</div>
			<ul class="stack-s">
				{sent.map((i) => (
					<li key={i.id}>
						<Slip text={i.text} lang={i.lang} norsk={i.norsk}>
							{i.sign ? <Sign of={i.sign} /> : null}
						</Slip>
					</li>
				))}
			</ul>
		</section>
	);
}

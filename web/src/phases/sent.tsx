import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
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
			<Reopen m={m} />
		</section>
	);
}

/** Reopen takes the list back to the table, for whoever may send it, until proposals are laid together. */
export function Reopen({ m }: { m: Meeting }) {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	if (!m.store.one("step")?.opens || !group?.sent || (group.scribe && !me?.scribe)) return null;
	return (
		<Button variant="tertiary" full onClick={() => m.send("group.reopen", {}, "send")}>
			{t("p.table.reopen")}
		</Button>
	);
}

import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { offline, online } from "../ui/icons";
import { t } from "../words/words";
import { hereSays } from "./here";

/** Line says whether this machine is on the net, and how many take part if it may know. */
export function Line({ m }: { m: Meeting }) {
	const on = m.link.value.is === "online";
	const waiting = m.outbox.waiting.value.length;
	const here = m.store.one("presence")?.here;
	const phones = m.passing.value.online;
	const some = on && phones && phones.on < phones.of;
	return (
		<span class="chip" data-tone={on ? "ok" : "look"}>
			<Icon d={on ? online : offline} />
			<span data-some={some ? "" : undefined}>
				{on
					? here === undefined
						? t("lead.on_net")
						: hereSays(here, phones)
					: waiting
						? t("lead.offline_waiting", { n: waiting })
						: t("common.offline")}
			</span>
		</span>
	);
}

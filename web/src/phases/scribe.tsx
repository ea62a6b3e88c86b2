import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { pen } from "../ui/icons";
import { t } from "../words/words";

/** ScribeButton offers to write for the table, or to let go of it. */
export function ScribeButton({ m }: { m: Meeting }) {
	const me = m.me.value;
	if (!me?.group) return null;
	const set = (on: boolean) => m.send("seat.scribe", { on }, "scribe");
	return me.scribe ? (
		<Button variant="tertiary" full onClick={() => set(false)}>
			{t("p.scribe.stop")}
		</Button>
	) : (
		<Button full onClick={() => set(true)}>
			{t("p.scribe.can")}
		</Button>
	);
}

/** ScribeLine says who writes for the table. */
export function ScribeLine({ m }: { m: Meeting }) {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	if (!me || !group) return null;
	return (
		<p class="line small muted">
			<Icon d={pen} />
			<span>{t(me.scribe ? "p.scribe.is" : group.scribe ? "p.scribe.other" : "p.scribe.none")}</span>
		</p>
	);
}

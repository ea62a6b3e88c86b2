import { useEffect, useRef } from "preact/hooks";
import { say } from "../participant/voice";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { pen } from "../ui/icons";
import { useTwice } from "../ui/twice";
import { t } from "../words/words";

/** letGo is that whoever holds this phone gave it to another themselves. */
let letGo = false;

/** set takes the pen, or lets it go. Over is for whoever knows that another writes: else the meeting asks first. */
export function set(m: Meeting, on: boolean, over = false) {
	letGo = !on;
	m.send("seat.scribe", { on, ...(over ? { over } : {}) }, "scribe");
}

/** ScribeButton offers to write for the table, or to let go of it. */
export function ScribeButton({ m }: { m: Meeting }) {
	const me = m.me.value;
	useTwice(me?.scribe);
	if (!me?.group) return null;
	return me.scribe ? (
		<Button variant="tertiary" full onClick={() => set(m, false)}>
			{t("p.scribe.stop")}
		</Button>
	) : (
		<Button full icon={pen} onClick={() => set(m, true)}>
			{t("p.scribe.can")}
		</Button>
	);
}

/** ScribeLine says who writes for the table, with a way to take over from a phone that has died, and to whoever did that another has taken over: with one press they have it back. */
export function ScribeLine({ m }: { m: Meeting }) {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const writes = me?.scribe ?? false;
	const wrote = useRef(writes);
	useEffect(() => {
		if (wrote.current && !writes && !letGo) say(t("p.scribe.taken"), () => set(m, true, true), "p.scribe.back");
		wrote.current = writes;
	}, [writes]);
	if (!me || !group) return null;
	const other = group.scribe && !me.scribe;
	return (
		<p class="line small muted">
			<Icon d={pen} />
			<span>{t(me.scribe ? "p.scribe.is" : other ? "p.scribe.other" : "p.scribe.none")}</span>
			{other ? (
				<Button small variant="tertiary" onClick={() => set(m, true)}>
					{t("p.scribe.take")}
				</Button>
			) : null}
		</p>
	);
}

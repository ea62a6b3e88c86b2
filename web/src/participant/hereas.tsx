import { useId } from "preact/hooks";
import { allAffiliation } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { type Key, t } from "../words/words";
import { called, passOver, present } from "./present";

/** HereAs is what one has said, where it can be changed or taken back at any time. */
export function HereAs({ m }: { m: Meeting }) {
	const id = useId();
	const me = m.me.value;
	if (!me || m.store.one("youth")) return null; // where young people lead nobody is asked what they are
	const { as, also = "" } = m.outbox.pending("seat.present").at(-1)?.with ?? me;
	const one = (
		label: Key,
		name: string,
		chosen: string,
		none: Key,
		from: readonly string[],
		set: (to: string) => void,
	) => (
		<>
			<label class="ds-label" for={name}>
				{t(label)}
			</label>
			<select
				class="ds-input"
				id={name}
				value={chosen}
				aria-describedby={`${id}-hint`}
				onChange={(e) => set(e.currentTarget.value)}
			>
				<option value="">{t(none)}</option>
				{from.map((x) => (
					<option key={x} value={x}>
						{called(x)}
					</option>
				))}
			</select>
		</>
	);
	const beside = (of: string) => allAffiliation.filter((x) => x !== of && x !== "tolk");
	return (
		<div class="field">
			{one("p.as.is", id, as, "p.as.none", allAffiliation, (to) => {
				// Whoever takes the answer back is not asked for it again.
				if (to === "") passOver(m.room);
				present(m, to, beside(to).some((x) => x === also) && to && to !== "tolk" ? also : "");
			})}
			{as && as !== "tolk"
				? one("p.as.also", `${id}-also`, also, "p.as.no_more", beside(as), (to) => void present(m, as, to))
				: null}
			<p class="hint below" id={`${id}-hint`}>
				{t("p.as.change")}
			</p>
		</div>
	);
}

import type { Meeting } from "../state/meeting";
import { Seats } from "../ui/seats";

/** TablePicture is one's own table from above, or the whole company before there are tables. */
export function TablePicture({ m }: { m: Meeting }) {
	const group = m.store.get("groups", m.me.value?.group ?? 0);
	const here = m.store.one("presence")?.here ?? 0;
	return (
		<div class="seat">
			{group ? <Seats n={group.n} here={group.size} of={group.size} /> : <Seats here={here} of={Math.max(here, 6)} />}
		</div>
	);
}

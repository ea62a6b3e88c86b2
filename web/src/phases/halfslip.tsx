import { signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import type { Choice } from "./methods/index";

/** lost is the vote that was ended over a slip somebody had marked here and not handed in. It lies on this page alone: no choice, no number, and gone with it. */
const lost = signal<{ m: Meeting; vote: string } | undefined>(undefined);

/** useHalfSlip remembers that a slip with marks on it went with its vote. One that was handed in, passed over or hidden has gone before. */
export function useHalfSlip(m: Meeting, vote: string, choice: Choice): void {
	const marked = useRef(false);
	marked.current = choice.length > 0;
	useEffect(
		() => () => {
			if (marked.current && m.store.get("votes", vote)?.status !== "open") lost.value = { m, vote };
		},
		[],
	);
}

/** HalfSlip says so on the screen that comes, until the next vote. */
export function HalfSlip({ m }: { m: Meeting }) {
	const last = m.store.list("votes", (v) => v.order).at(-1);
	if (!last || lost.value?.m !== m || lost.value.vote !== last.id) return null;
	return <p class="callout-box">{t("p.slip.lost")}</p>;
}

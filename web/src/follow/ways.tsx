import { t } from "../words/words";
import { toWay, ways, where } from "./address";

/** Ways are the tabs over the measures: arrows move, Home and End go to the ends, as tabs do. */
export function Ways() {
	const now = where.value.way;
	const go = (n: number) => {
		const way = ways[(n + ways.length) % ways.length];
		if (!way) return;
		history.replaceState(null, "", toWay(way));
		dispatchEvent(new HashChangeEvent("hashchange"));
		document.getElementById(`way-${way}`)?.focus();
	};
	const keys: Record<string, (at: number) => number> = {
		ArrowRight: (at) => at + 1,
		ArrowLeft: (at) => at - 1,
		Home: () => 0,
		End: () => -1,
	};
	return (
		<div class="ways" role="tablist" aria-label={t("follow.ways")}>
			{ways.map((way, at) => (
				<button
					key={way}
					type="button"
					role="tab"
					id={`way-${way}`}
					aria-controls="way"
					aria-selected={way === now}
					tabIndex={way === now ? 0 : -1}
					onClick={() => go(at)}
					onKeyDown={(e) => {
						const to = keys[e.key];
						if (!to) return;
						e.preventDefault();
						go(to(at));
					}}
				>
					{t(`follow.way.${way}`)}
				</button>
			))}
		</div>
	);
}

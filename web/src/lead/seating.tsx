import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { people } from "../ui/icons";
import { listed } from "../words/dates";
import { t } from "../words/words";
import { as, numbers } from "./as";

/** Seating says calmly what is not as it should be where people sit. Nothing to say, nothing shown. */
export function Seating({ m }: { m: Meeting }) {
	const v = m.store.one("seating");
	if (!v) return null;
	const lines = [
		...v.untended.map((n) => t("lead.seating.untended", { who: t("lead.seat", { n }) })),
		...(v.apart.length ? [t("lead.seating.apart", { who: numbers(v.apart) })] : []),
		...v.alone.map((a) => t("lead.seating.alone", { n: a.group, as: as(a.as).toLowerCase() })),
		...unevenOf(m, v.uneven),
	];
	if (lines.length === 0) return null;
	return (
		<section class="box stack-s" aria-labelledby="seating">
			<h2 id="seating" class="row">
				<Icon d={people} />
				{t("lead.seating")}
			</h2>
			<ul class="stack-s">
				{lines.map((line) => (
					<li key={line}>{line}</li>
				))}
			</ul>
		</section>
	);
}

/** unevenOf says how many sit at the tables that are small or large, those of one size together. */
function unevenOf(m: Meeting, tables: readonly number[]): string[] {
	if (tables.length === 0) return [];
	const bySize = new Map<number, number[]>();
	for (const n of tables) {
		const size = m.store.get("groups", String(n))?.size ?? 0;
		bySize.set(size, [...(bySize.get(size) ?? []), n]);
	}
	const sizes = [...bySize].sort(([a], [b]) => a - b);
	const said = sizes.map(([size, of]) =>
		t("lead.seating.uneven", { n: of.length, which: listed(of.map(String)), size }),
	);
	return [[...said, t("lead.seating.best")].join(" ")];
}

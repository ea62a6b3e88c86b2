import type { DraftView, MeasureView } from "../gen/protocol";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { day } from "../words/dates";
import { t } from "../words/words";

type Plan = { responsible?: string; first?: string; due?: string };

/** Drafts is what the tables had written of a measure, each kept beside the others. The plenum picks, in one press. */
export function Drafts({ of: x, use }: { of: MeasureView; use: (plan: Plan) => void }) {
	if (x.drafts.length === 0) return null;
	return (
		<ul class="drafts" aria-label={t("lead.drafts", { title: x.title })}>
			{x.drafts.map((d) => (
				<li key={d.idea}>
					{d.group ? <Badge n={d.group} label={t("common.group", { n: d.group })} /> : null}
					<span dir="auto">{[d.who, d.first, d.due ? day(d.due) : ""].filter(Boolean).join(" · ")}</span>
					{inUse(x, d) ? (
						<span class="state" data-is="received">
							<Icon d={check} />
							{t("lead.drafts.used")}
						</span>
					) : (
						<Button variant="tertiary" small onClick={() => use(planOf(d))}>
							{t("lead.drafts.use")}
							<span class="vh"> {d.group ? t("common.group", { n: d.group }) : d.text}</span>
						</Button>
					)}
				</li>
			))}
		</ul>
	);
}

/** planOf leaves out what the table had not come to, so that it takes nothing away. */
const planOf = (d: DraftView): Plan => ({
	...(d.who ? { responsible: d.who } : {}),
	...(d.first ? { first: d.first } : {}),
	...(d.due ? { due: d.due } : {}),
});

const inUse = (x: MeasureView, d: DraftView): boolean =>
	Object.entries(planOf(d)).every(([key, said]) => x[key as keyof Plan] === said);

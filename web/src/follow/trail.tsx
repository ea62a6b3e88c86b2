import { useState } from "preact/hooks";
import type { ChangeView, MeasureField, Turn } from "../gen/protocol";
import { IconButton } from "../ui/button";
import { trash } from "../ui/icons";
import { t } from "../words/words";
import { Ask } from "./ask";
import { ChangeLine } from "./changeline";
import { Fold } from "./fold";
import type { Given } from "./given";
import type { Row } from "./rows";
import { StatusChip } from "./status";
import { voice } from "./voices";

/** How many lines stand open: enough to see what is new, and no scroll on a phone. */
const latest = 5;

/** What can be taken out of a measure's history for good: what was said with a status, or what a line says that it was. */
type Out = { turn: Turn } | { line: ChangeView };

/** A name where a role belongs goes from every measure at once. */
const roles: readonly (MeasureField | string)[] = ["responsible", "deputy"];

/** Trail is everything that has been said and written of the measure, by whom and when, the latest first. */
export function Trail({ r, m, cal }: Given & { r: Row }) {
	const [taking, take] = useState<Out | undefined>(undefined);
	const may = m.me.value?.role !== "team";
	const trail = m.store.get("trails", r.id);
	const lines = [
		...(trail?.turns ?? []).map((x) => ({ seq: x.seq, key: `s${x.seq}`, at: x.at, drawn: said(x, may, take) })),
		...(trail?.changes ?? []).map((x) => ({
			seq: x.seq,
			key: `${x.seq}${x.what}`,
			at: x.at,
			drawn: <ChangeLine of={x} r={r} cal={cal} onTake={may && x.out ? () => take({ line: x }) : undefined} />,
		})),
	].sort((a, b) => b.seq - a.seq);
	const drawn = lines.map((x) => (
		<li key={x.key}>
			<span class="num muted">{cal.on(x.at)}</span>
			{x.drawn}
		</li>
	));
	return (
		<Fold id="trail" title={t("follow.trail")} aside={lines.length}>
			<ol class="trail">{drawn.slice(0, latest)}</ol>
			{drawn.length > latest ? (
				<details>
					<summary>{t("follow.history.all", { n: drawn.length })}</summary>
					<ol class="trail">{drawn.slice(latest)}</ol>
				</details>
			) : null}
			{taking ? (
				<Ask
					title={t("follow.redact_title")}
					yes={t("follow.redact_yes")}
					stop
					onYes={() =>
						"turn" in taking
							? m.send("status.redact", { id: r.id, seq: taking.turn.seq })
							: m.send("measure.unsay", { id: r.id, seq: taking.line.seq, what: taking.line.what })
					}
					onClose={() => take(undefined)}
				>
					<p dir="auto">{"turn" in taking ? taking.turn.says : taking.line.was}</p>
					<p>{t("follow.redact_why")}</p>
					{"line" in taking && roles.includes(taking.line.what) ? <p>{t("follow.history.unsay_role")}</p> : null}
				</Ask>
			) : null}
		</Fold>
	);
}

/** said is one time somebody said how it was. */
function said(x: Turn, may: boolean, take: (out: Out) => void) {
	return (
		<>
			<span>
				<StatusChip of={x.status} /> <span dir="auto">{x.says}</span>
				<span class="small muted" dir="auto">
					{voice(x.by)}
					{x.help ? ` · ${t("follow.help")}` : ""}
				</span>
			</span>
			{x.says && may ? (
				<IconButton icon={trash} label={t("follow.trail_redact")} onClick={() => take({ turn: x })} />
			) : null}
		</>
	);
}

import { useState } from "preact/hooks";
import { allMeasureKind, limits, type MeasureField } from "../gen/protocol";
import { Button, ButtonLink } from "../ui/button";
import { Empty } from "../ui/empty";
import { back, paper } from "../ui/icons";
import { t } from "../words/words";
import { toWay } from "./address";
import { between } from "./calendar";
import { Comments } from "./comments";
import { Field } from "./field";
import { Fold } from "./fold";
import { dated, type Given } from "./given";
import { Late } from "./list";
import { Milestones } from "./milestones";
import { Origin } from "./origin";
import { Parts } from "./parts";
import { late, type Row, row } from "./rows";
import { Say } from "./say";
import { Sign } from "./sign";
import { StatusChip } from "./status";
import { Story } from "./story";
import { Tap } from "./tap";
import { TeamOf } from "./teams";
import { Trail } from "./trail";

/** MeasurePage is all there is to know and say of one measure. */
export function MeasurePage({ id, ...given }: Given & { id: string }) {
	const { m, cal } = given;
	const [telling, tell] = useState(false);
	const r = row(m, id);
	const pending = m.outbox.pending("measure.take").some((c) => c.with.id === id);
	if (!r) {
		return (
			<main class="follow-main door">
				<h1 tabIndex={-1}>{t(pending ? "follow.making" : "follow.missing")}</h1>
				<Empty title={t(pending ? "common.connecting" : "follow.missing_why")} />
				<Back />
			</main>
		);
	}
	const part = { r, ...given };
	return (
		<main class="follow-main">
			<Back />
			<div class="hero">
				<h1 tabIndex={-1} dir="auto">
					{r.title || t("follow.untitled")}
				</h1>
				<StatusChip of={r.care.shown} />
				{late(r, cal.today.value) ? <Late days={between(r.due, cal.today.value)} /> : null}
				<span class="push" />
				<Button variant="paper" small icon={paper} onClick={() => tell(true)}>
					{t("follow.story.make")}
				</Button>
			</div>
			<Say {...part} />
			<div class="measure-cols">
				<Agreed {...part} />
				<div class="stack">
					{m.me.value?.role === "team" ? null : <Tap {...part} />}
					<Sign {...part} />
					<Parts {...part} />
					<Milestones {...part} />
				</div>
				<div class="stack">
					<Comments {...part} />
					<Trail {...part} />
				</div>
			</div>
			<Origin {...part} />
			{telling ? <Story {...part} onClose={() => tell(false)} /> : null}
		</main>
	);
}

function Back() {
	return (
		<p>
			<ButtonLink variant="tertiary" small icon={back} href={toWay("list")}>
				{t("follow.all")}
			</ButtonLink>
		</p>
	);
}

/** Agreed is what is written about the measure: each field is saved by itself, and two who write at once see both. */
function Agreed({ r, m, cal }: Given & { r: Row }) {
	const clash = m.outbox.refusals.value.some((x) => x.code === "changed" && x.slot?.startsWith(`measure/${r.id}/`));
	const field = (name: MeasureField, value: string) => ({
		m,
		label: t(`follow.field.${name}`),
		slot: `measure/${r.id}/${name}`,
		value,
		seen: r.care.seen[name] ?? 0,
		save: (text: string, seen: number) =>
			void m.send("measure.edit", { id: r.id, field: name, text, seen }, `measure/${r.id}/${name}`),
	});
	return (
		<Fold
			id="agreed"
			title={t("follow.agreed")}
			aside={[r.responsible, r.due && cal.say(r.due)].filter(Boolean).join(" · ")}
			force={clash}
		>
			<Field {...field("title", r.title)} max={limits.title} />
			<Field {...field("responsible", r.responsible)} max={limits.name} hint={t("follow.field.responsible_hint")} />
			<Field {...field("deputy", r.care.deputy)} max={limits.name} />
			<TeamOf m={m} id={r.id} team={r.care.team} />
			<Field {...field("first", r.first)} type="long" max={limits.step} />
			<Field {...field("due", r.due)} type="date" />
			<Field
				{...field("kind", r.care.kind)}
				options={allMeasureKind.map((value) => ({ value, text: t(`follow.kind.${value}`) }))}
				written={(v) => t(`follow.kind.${v as (typeof allMeasureKind)[number]}`)}
			/>
			<Field
				{...field("lasts", r.care.lasts)}
				{...(dated(r.care.lasts) ? { type: "date" as const } : { max: limits.name })}
				hint={t("follow.field.lasts_hint")}
			/>
			<Field {...field("after", r.care.after)} type="long" max={limits.idea} />
			<Field {...field("youth", r.care.youth)} type="long" max={limits.idea} hint={t("follow.field.youth_hint")} />
		</Fold>
	);
}

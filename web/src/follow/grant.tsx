import { allGrantPart, allGrantTag, type GrantTag, limits } from "../gen/protocol";
import { ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { calendar, paper } from "../ui/icons";
import { t } from "../words/words";
import { toMeasure, toPage } from "./address";
import { Field } from "./field";
import type { Given } from "./given";
import { type Row, rows } from "./rows";

const word = (tag: GrantTag) => t(`follow.tag.${tag.replaceAll("-", "_")}` as "follow.tag.los");

/** Grant is the ground for an application: what the measures say already, and what has to be written. */
export function Grant(given: Given) {
	const { m, cal } = given;
	const grant = m.store.one("grant");
	const list = rows(m).filter((r) => r.care.status !== "lagt-bort" || grant?.tags[r.id]?.length);
	const today = cal.today.value;
	const deadlines = m.store.list("dates", (d) => Date.parse(d.day)).filter((d) => d.kind === "bufdir");
	const deadline = deadlines.find((d) => d.day >= today) ?? deadlines.at(-1);
	return (
		<main class="follow-main">
			<div class="hero">
				<div>
					<h1 tabIndex={-1}>{t("follow.page.grant")}</h1>
					<p class="muted">{t("follow.grant.about")}</p>
					<p class="line">
						<Icon d={calendar} />
						<span>
							{deadline ? t("follow.grant.deadline", { day: cal.say(deadline.day) }) : t("follow.grant.no_deadline")}{" "}
							<a href={toPage("dates")}>{t("follow.grant.set_deadline")}</a>
						</span>
					</p>
				</div>
				<span class="push" />
				<span class="row wrap">
					<ButtonLink variant="paper" small href={`/api/rooms/${m.room}/grant.docx?surface=follow`} download>
						{t("follow.grant.docx")}
					</ButtonLink>
					<ButtonLink variant="primary" small icon={paper} href={`/soknad/${m.room}?surface=follow`}>
						{t("follow.grant.print")}
					</ButtonLink>
				</span>
			</div>
			<div class="grant-cols">
				<section class="box stack" aria-labelledby="grant-parts">
					<h2 id="grant-parts">{t("follow.grant.parts")}</h2>
					{allGrantPart.map((part) => (
						<Field
							key={part}
							m={m}
							label={t(`follow.grant.part.${part}`)}
							slot={`grant/${part}`}
							value={grant?.parts[part] ?? ""}
							seen={grant?.seen[part] ?? 0}
							type="long"
							max={limits.grant}
							save={(text, seen) => void m.send("grant.write", { part, text, seen }, `grant/${part}`)}
						/>
					))}
				</section>
				<section class="box stack" aria-labelledby="grant-measures">
					<h2 id="grant-measures">{t("follow.grant.measures")}</h2>
					<p class="muted">{t("follow.grant.measures_why")}</p>
					<ul class="tagged">
						{list.map((r) => (
							<Tagged key={r.id} of={r} {...given} />
						))}
					</ul>
				</section>
			</div>
		</main>
	);
}

/** Tagged is one measure with the sorts of activity it is. Each tick is saved by itself. */
function Tagged({ m, of: r }: Given & { of: Row }) {
	const grant = m.store.one("grant");
	const tags = grant?.tags[r.id] ?? [];
	const set = (tag: GrantTag, on: boolean) =>
		m.send("measure.tag", {
			measure: r.id,
			tags: allGrantTag.filter((x) => (x === tag ? on : tags.includes(x))),
			seen: grant?.seen[`tags/${r.id}`] ?? 0,
		});
	return (
		<li>
			<details>
				<summary>
					<b dir="auto">{r.title || t("follow.untitled")}</b>{" "}
					<span class="chip" data-tone={tags.length ? "ok" : undefined}>
						{tags.length ? t("follow.grant.in_n", { n: tags.length }) : t("follow.grant.out")}
					</span>
					{tags.length ? <span class="small muted"> {tags.map((tag) => word(tag as GrantTag)).join(", ")}</span> : null}
				</summary>
				<fieldset class="tags">
					<legend class="vh">
						{t("follow.grant.tags_of")} {r.title}
					</legend>
					{allGrantTag.map((tag) => (
						<label key={tag}>
							<input type="checkbox" checked={tags.includes(tag)} onChange={(e) => set(tag, e.currentTarget.checked)} />
							<span>{word(tag)}</span>
						</label>
					))}
				</fieldset>
				<p>
					<a href={toMeasure(r.id)}>{t("follow.agreed")}</a>
				</p>
			</details>
		</li>
	);
}

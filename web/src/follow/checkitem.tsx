import { allCheckState, type Item, type ItemView, limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { info } from "../ui/lateicons";
import { t } from "../words/words";
import { CheckChip, stateWord } from "./checkstate";
import { Field } from "./field";

interface Props {
	m: Meeting;
	check: string;
	item: Item;
	text: string;
	view: ItemView;
}

/** differ tells whether the services see an item in different ways. */
export const differ = (view: ItemView): boolean => new Set(view.marks.map((x) => x.state)).size > 1;

/** CheckItem is one item after the differences are shown: how each service sees it, how it was last time, and how it is. */
export function CheckItem({ m, check, item, text, view }: Props) {
	const write = (part: "state" | "evidence" | "responsible" | "next") => (said: string, seen: number) => {
		const { state, evidence = "", responsible = "", next = "" } = view;
		m.send(
			"check.agree",
			{ check, item: item.id, state, evidence, responsible, next, [part]: said, seen },
			`check/${check}/${item.id}/${part}`,
		);
	};
	const field = (part: "state" | "evidence" | "responsible" | "next") => ({
		m,
		slot: `check/${check}/${item.id}/${part}`,
		value: view[part] ?? "",
		seen: view.seen,
		save: write(part),
	});
	const services = allCheckState
		.map((s) => ({ state: s, as: view.marks.filter((x) => x.state === s).map((x) => x.as || t("follow.unnamed")) }))
		.filter((x) => x.as.length > 0);
	return (
		<article class="check-item" aria-labelledby={`ci-${item.id}`}>
			<h3 id={`ci-${item.id}`} dir="auto">
				<span class="muted num">{item.id}</span> {text}
			</h3>
			{view.state || view.before || differ(view) ? (
				<p class="row wrap">
					{view.state ? <CheckChip state={view.state} /> : null}
					{view.before && view.before !== view.state ? (
						<span class="small muted">{t("follow.check.before", { state: stateWord(view.before) })}</span>
					) : null}
					{differ(view) ? (
						<span class="chip" data-tone="look">
							<Icon d={info} />
							{t("follow.check.differ")}
						</span>
					) : null}
				</p>
			) : null}
			{services.length ? (
				<ul class="small">
					{services.map((x) => (
						<li key={x.state}>
							<b>{stateWord(x.state)}:</b> <span dir="auto">{x.as.join(", ")}</span>
						</li>
					))}
				</ul>
			) : null}
			<div class="check-agree">
				<Field
					label={t("follow.check.how_is_it")}
					options={[
						...(view.state ? [] : [{ value: "", text: t("follow.check.undecided") }]),
						...allCheckState.map((s) => ({ value: s, text: stateWord(s) })),
					]}
					written={stateWord}
					{...field("state")}
				/>
				{view.state ? (
					<details open={Boolean(view.evidence || view.responsible || view.next)}>
						<summary>{t("follow.check.more")}</summary>
						<div class="stack-s">
							<Field label={t("follow.check.evidence")} max={limits.idea} {...field("evidence")} />
							<Field label={t("follow.field.responsible")} max={limits.name} {...field("responsible")} />
							<Field label={t("follow.check.next")} type="date" {...field("next")} />
						</div>
					</details>
				) : null}
			</div>
		</article>
	);
}

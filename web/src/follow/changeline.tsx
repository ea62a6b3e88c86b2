import type { ChangeView, MeasureField } from "../gen/protocol";
import { IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { next, trash } from "../ui/icons";
import { type Key, t } from "../words/words";
import { dated, type Given } from "./given";
import type { Row } from "./rows";
import { voice } from "./voices";

/** ChangeLine is one thing that was written: what it was, what it became, and by whom. */
export function ChangeLine({
	of: x,
	r,
	cal,
	onTake,
}: Pick<Given, "cal"> & { of: ChangeView; r: Row; onTake?: (() => void) | undefined }) {
	return (
		<>
			<span>
				<What of={x} r={r} cal={cal} />
				<span class="small muted" dir="auto">
					{voice(x.by)}
				</span>
			</span>
			{onTake ? <IconButton icon={trash} label={t("follow.history.unsay")} onClick={onTake} /> : null}
		</>
	);
}

function What({ of: x, r, cal }: Pick<Given, "cal"> & { of: ChangeView; r: Row }) {
	const of = x.of ?? "…";
	switch (x.what) {
		case "made":
			return (
				<b>
					{t(
						r.care.idea || !r.cluster || cal.dateOf(x.at) > cal.ended.value
							? "follow.history.made"
							: "follow.trail_chosen",
					)}
				</b>
			);
		case "link":
			return (
				<b>
					{t(!x.is ? "follow.history.link_gone" : x.was ? "follow.history.link_again" : "follow.history.link_made")}
				</b>
			);
		case "milestone_done":
			return <b dir="auto">{t(x.is ? "follow.history.reached" : "follow.history.not_reached", { of })}</b>;
		case "part_done":
			return <b dir="auto">{t(x.is ? "follow.history.ticked" : "follow.history.unticked", { of })}</b>;
	}
	return (
		<>
			<b dir="auto">{label(x, of)}</b>
			<FromTo {...x} say={(text) => shown(x.what, text, cal)} />
		</>
	);
}

const label = (x: ChangeView, of: string): string =>
	x.what === "milestone"
		? t("follow.history.milestone")
		: x.what === "part"
			? t("follow.history.part")
			: x.what === "milestone_date" || x.what === "part_date"
				? t("follow.history.date_of", { of })
				: t(`follow.field.${x.what as MeasureField}`);

/** shown is a value as people read it: a date as a day, a kind in words. */
function shown(what: string, text: string, cal: Given["cal"]): string {
	if (what === "kind") return t(`follow.kind.${text}` as Key);
	return text && dated(text) ? cal.say(text) : text;
}

/** FromTo is the old and the new, told apart also by who only listens. */
function FromTo({ was, is, say }: { was: string | null; is: string | null; say: (text: string) => string }) {
	const text = (x: string | null) => (x === null ? <i>{t("follow.redacted")}</i> : say(x));
	return (
		<span class="from-to">
			{was === "" ? null : (
				<>
					<span class="vh">{t("follow.history.was")}: </span>
					<s dir="auto">{text(was)}</s> <Icon d={next} />{" "}
				</>
			)}
			<span class="vh">{t("follow.history.is")}: </span>
			<span dir="auto">{is === "" ? t("follow.history.gone") : text(is)}</span>
		</span>
	);
}

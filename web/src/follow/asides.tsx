import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { plus } from "../ui/icons";
import { says, spoken } from "../ui/said";
import { length } from "../words/length";
import { t } from "../words/words";
import { toMeasure } from "./address";
import { Fold } from "./fold";
import type { Given } from "./given";
import { fold, rows } from "./rows";
import { Write } from "./write";

/** What can still be taken up: an idea a table set aside, or a proposal that became no measure. */
interface Left {
	id: string;
	text: string;
	/** What was written, where the text is its Norwegian line. */
	original?: string;
	lang?: string;
	groups: readonly number[];
	card: string;
	/** The measure it has become since. */
	taken: string;
	how: { idea: string } | { cluster: string };
}

const few = 8;

/** Asides is what was set aside and what nobody chose. Nothing is thrown away: it can be searched for and taken up. */
export function Asides({ m }: Given) {
	const [asked, search] = useState("");
	const [all, showAll] = useState(false);
	const [taking, take] = useState<Left | undefined>(undefined);
	const list = left(m);
	const found = list.filter((x) => fold(`${x.text} ${x.original ?? ""} ${x.card}`).includes(fold(asked.trim())));
	const shown = all || asked ? found : found.slice(0, few);
	if (list.length === 0) return null;
	return (
		<Fold id="asides" title={t("follow.asides")} aside={t("follow.asides_n", { n: list.length })}>
			<p class="muted">{t("follow.asides_why")}</p>
			<div class="field search">
				<label class="ds-label" for="search">
					{t("follow.search")}
				</label>
				<input
					class="ds-input"
					id="search"
					type="search"
					autocomplete="off"
					value={asked}
					onInput={(e) => search(e.currentTarget.value)}
				/>
			</div>
			<p role="status" class="small muted">
				{asked ? t("follow.found", { n: found.length }) : t("follow.asides_n", { n: list.length })}
			</p>
			<ul class="asides">
				{shown.map((x) => (
					<li key={x.id}>
						<span class="badges">
							{x.groups.map((n) => (
								<Badge key={n} n={n} label={t("common.group", { n })} />
							))}
						</span>
						<span class="what">
							<span dir="auto">{x.text}</span>
							{x.original ? (
								<span class="small muted" dir="auto" {...spoken(x.lang)}>
									{x.original}
								</span>
							) : null}
							{x.card ? (
								<span class="small muted" dir="auto">
									{t("follow.card", { title: x.card })}
								</span>
							) : null}
						</span>
						{x.taken ? (
							<a href={toMeasure(x.taken)}>{t("follow.taken")}</a>
						) : (
							<Button variant="paper" small icon={plus} onClick={() => take(x)}>
								{t("follow.take")}
								<span class="vh" dir="auto">
									{" "}
									{x.text}
								</span>
							</Button>
						)}
					</li>
				))}
			</ul>
			{shown.length < found.length ? (
				<Button variant="tertiary" small onClick={() => showAll(true)}>
					{t("follow.asides_all", { n: found.length })}
				</Button>
			) : null}
			{taking ? (
				<Write
					title={t("follow.take")}
					label={t("follow.field.title")}
					hint={t("follow.take_hint")}
					text={length(taking.text) > limits.title ? "" : taking.text}
					max={limits.title}
					yes={t("follow.take")}
					onYes={(title) => {
						const id = newId();
						m.send("measure.take", { id, title, ...taking.how });
						location.hash = toMeasure(id);
					}}
					onClose={() => take(undefined)}
				/>
			) : null}
		</Fold>
	);
}

function left(m: Meeting): Left[] {
	const cards = m.store.all("cards");
	const measures = rows(m);
	const asides = m.store
		.list("asides", (x) => x.group)
		.map((x) => ({
			id: x.id,
			text: says(x),
			...(x.norsk ? { original: x.text, lang: x.lang } : {}),
			groups: x.group ? [x.group] : [],
			card: cards.get(x.card)?.title ?? "",
			taken: x.taken,
			how: { idea: x.id },
		}));
	const rest = m.store
		.list("clusters", (x) => x.order)
		.filter((x) => x.title && !measures.some((r) => r.cluster === x.id))
		.map((x) => ({
			id: x.id,
			text: x.title,
			groups: [...new Set(x.groups)].filter((n) => n > 0),
			card: "",
			taken: "",
			how: { cluster: x.id },
		}));
	return [...asides, ...rest];
}

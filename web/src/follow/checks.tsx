import { useState } from "preact/hooks";
import type { ChecklistView, CheckView, Item } from "../gen/protocol";
import { newId } from "../net/ids";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { type Key, lang, refused, t } from "../words/words";
import { Ask } from "./ask";
import { CheckItem, differ } from "./checkitem";
import { CheckMark } from "./checkmark";
import type { Given } from "./given";

const frameMax = 15_000; // bytes that one command can carry
const showing = ["all", "selv", "sammen", "differ"] as const;
type Showing = (typeof showing)[number];

/** Checks is the checklist: marked alone, then seen together, and gone through again another year. */
export function Checks(given: Given) {
	const { m, cal } = given;
	const all = m.store.list("checks", (c) => c.opened);
	const [chosen, choose] = useState("");
	const check = all.find((c) => c.id === chosen) ?? all.at(-1);
	const list = check ? m.store.get("checklists", check.id) : undefined;
	return (
		<main class="follow-main">
			<div class="hero">
				<h1 tabIndex={-1}>{t("follow.page.check")}</h1>
				{all.length > 1 ? (
					<div class="row">
						<label for="check-round">{t("follow.check.round")}</label>
						<select class="ds-input" id="check-round" value={check?.id} onChange={(e) => choose(e.currentTarget.value)}>
							{all.map((c) => (
								<option key={c.id} value={c.id}>
									{cal.on(c.opened)}
								</option>
							))}
						</select>
					</div>
				) : null}
			</div>
			<p class="muted">{t("follow.check.why")}</p>
			{check && list ? (
				<Round key={check.id} check={check} list={list} {...given} />
			) : (
				<Empty title={t("follow.check.none")}>
					<p>{t("follow.check.how")}</p>
				</Empty>
			)}
			{!check || (check.shown && check === all.at(-1)) ? <Begin m={m} again={Boolean(check)} /> : null}
		</main>
	);
}

/** Begin starts with the list that comes with us, or with one of the group's own. */
function Begin({ m, again }: Pick<Given, "m"> & { again: boolean }) {
	const bring = async (file: File) => {
		const text = await file.text();
		if (text.length > frameMax) return say(refused("too_long"));
		try {
			m.send("check.open", { id: newId(), list: "", file: JSON.parse(text) as unknown });
		} catch {
			say(refused("invalid"));
		}
	};
	return (
		<div class="row wrap no-print">
			<Button variant="primary" onClick={() => m.send("check.open", { id: newId(), list: "kommune" })}>
				{t(again ? "follow.check.again" : "follow.check.start")}
			</Button>
			<div class="field">
				<label class="ds-label" for="check-own">
					{t("follow.check.own")}
				</label>
				<input
					class="ds-input"
					id="check-own"
					type="file"
					accept=".json,application/json"
					onChange={(e) => {
						const chosen = e.currentTarget.files?.[0];
						if (chosen) void bring(chosen);
					}}
				/>
			</div>
		</div>
	);
}

/** Round is one time through: until the differences are shown it holds one's own marks and nobody else's. */
function Round({ m, check, list }: Given & { check: CheckView; list: ChecklistView }) {
	const [asking, ask] = useState(false);
	const [show, setShow] = useState<Showing>("all");
	const mine = m.store.get("marks", m.seat.value)?.marks ?? {};
	const items = list.themes.flatMap((x) => x.items);
	const wanted = (i: Item) => {
		const view = check.items[i.id];
		return show === "all" || (show === "differ" ? view !== undefined && differ(view) : i.who === show);
	};
	const said = (words: Record<string, string>) => words[lang.value] ?? words.nb ?? Object.values(words)[0] ?? "";
	const themes = list.themes
		.map((theme) => ({ ...theme, items: theme.items.filter(wanted) }))
		.filter((x) => x.items.length);
	return (
		<>
			<div class="box row wrap">
				{check.shown ? null : (
					<>
						<p>{t("follow.check.alone")}</p>
						<p>
							<b>{t("follow.check.mine", { n: Object.keys(mine).length, of: items.length })}</b> ·{" "}
							{t("follow.check.marked", { n: check.marked })}
						</p>
					</>
				)}
				<div class="row">
					<label for="check-who">{t("follow.check.who")}</label>
					<select
						class="ds-input"
						id="check-who"
						value={show}
						onChange={(e) => setShow(e.currentTarget.value as Showing)}
					>
						{showing
							.filter((s) => check.shown || s !== "differ")
							.map((s) => (
								<option key={s} value={s}>
									{t(`follow.check.who_${s}` as Key)}
								</option>
							))}
					</select>
				</div>
				<span class="push" />
				{check.shown ? null : (
					<Button variant="primary" onClick={() => ask(true)}>
						{t("follow.check.show")}
					</Button>
				)}
			</div>
			{list.status[lang.value] === "utkast" ? <p class="small muted">{t("follow.check.draft")}</p> : null}
			{themes.length ? null : <Empty title={t("follow.check.nothing")} />}
			<div class="check-themes">
				{themes.map((theme) => (
					<section key={theme.id} class="box stack" aria-labelledby={`ct-${theme.id}`}>
						<h2 id={`ct-${theme.id}`} dir="auto">
							{said(theme.title)}
						</h2>
						{theme.items.map((item) => {
							const view = check.items[item.id];
							const text = said(item.text);
							return check.shown && view ? (
								<CheckItem key={item.id} m={m} check={check.id} item={item} text={text} view={view} />
							) : (
								<CheckMark
									key={item.id}
									item={item}
									text={text}
									state={mine[item.id] ?? ""}
									mark={(state) => m.send("check.mark", { check: check.id, item: item.id, state })}
								/>
							);
						})}
					</section>
				))}
			</div>
			{asking ? (
				<Ask
					title={t("follow.check.show")}
					yes={t("follow.check.show")}
					onYes={() => m.send("check.show", { check: check.id })}
					onClose={() => ask(false)}
				>
					<p>{t("follow.check.show_why")}</p>
				</Ask>
			) : null}
		</>
	);
}

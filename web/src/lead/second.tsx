import { limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { tongue } from "../words/tongue";
import { meetings, t } from "../words/words";
import { Field } from "./field";

/** SecondLanguage chooses what the hall reads beside its own language, and gives the proposals their second line. */
export function SecondLanguage({ m }: { m: Meeting }) {
	const about = m.store.one("meeting");
	if (!about || about.status === "ended") return null;
	return (
		<section class="box stack" aria-labelledby="second">
			<h2 id="second">{t("lead.second.title")}</h2>
			<div class="field">
				<label class="ds-label" for="second-lang">
					{t("lead.second.lang")}
				</label>
				<p class="hint" id="second-why">
					{t("lead.second.why")}
				</p>
				<select
					class="ds-input"
					id="second-lang"
					aria-describedby="second-why"
					value={about.second ?? ""}
					onChange={(e) => m.send("second.set", { lang: e.currentTarget.value }, "second")}
				>
					<option value="">{t("lead.second.none")}</option>
					{meetings.value
						.filter((l) => l.code !== about.lang)
						.map((l) => (
							<option key={l.code} value={l.code} lang={l.code}>
								{l.name}
							</option>
						))}
				</select>
			</div>
			<SecondTitles m={m} />
		</section>
	);
}

/** SecondTitles is where whoever knows the language types what the proposals are called in it. */
export function SecondTitles({ m }: { m: Meeting }) {
	const second = m.store.one("meeting")?.second;
	const piles = m.store.list("clusters", (c) => c.order);
	if (!second || piles.length === 0) return null;
	return (
		<details>
			<summary>{t("lead.second.titles", { lang: tongue(second) })}</summary>
			<div class="stack-s">
				{piles.map((c) => (
					<Field
						key={c.id}
						label={`${c.order}. ${c.title}`}
						value={c.also ?? ""}
						max={limits.title}
						save={(title) => m.send("cluster.also", { cluster: c.id, title }, `also/${c.id}`)}
					/>
				))}
			</div>
		</details>
	);
}

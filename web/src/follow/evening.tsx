import { useState } from "preact/hooks";
import { type Key, t } from "../words/words";
import type { Given } from "./given";

/** The part of the record that is drawn here. Whoever is too few to be counted is not in it: the server sees to that. */
interface Counted {
	people: { all: number; as: { as: string; n: number }[]; others: number; hidden: boolean };
	votes: { id: string; ballots: number; early: boolean; rows: { id: string; title: string; marks: number }[] }[];
}

/** Evening is who was there and what got votes, for whoever would rather look. It is fetched when it is opened. */
export function Evening({ m }: Pick<Given, "m">) {
	const [rec, got] = useState<Counted | "failed">();
	const open = async () => {
		if (rec && rec !== "failed") return;
		try {
			const answer = await fetch(`/api/rooms/${m.room}/export.json?surface=follow`);
			got(answer.ok ? ((await answer.json()) as Counted) : "failed");
		} catch {
			got("failed");
		}
	};
	return (
		<div class="box fold">
			<details onToggle={(e) => (e.currentTarget.open ? void open() : undefined)}>
				<summary>
					<b>{t("follow.evening")}</b>
				</summary>
				<div class="stack" role="status">
					{rec === "failed" ? <p>{t("follow.evening.failed")}</p> : rec ? <Drawn {...rec} /> : null}
				</div>
			</details>
		</div>
	);
}

function Drawn({ people, votes }: Counted) {
	return (
		<>
			{people.hidden || !people.all ? (
				<p>{t("follow.evening.hidden")}</p>
			) : (
				<Bars
					title={t("follow.evening.people", { n: people.all })}
					of={t("follow.evening.count")}
					most={people.all}
					rows={[
						...people.as.map((s) => ({ what: t(`p.as.${s.as}` as Key), n: s.n })),
						...(people.others ? [{ what: t("follow.evening.others"), n: people.others }] : []),
					]}
				/>
			)}
			{votes.map((v) => (
				<Bars
					key={v.id}
					title={t(v.early ? "follow.evening.early" : "follow.evening.votes", { n: v.ballots })}
					of={t("follow.evening.marks")}
					most={v.ballots}
					rows={v.rows.map((r) => ({ what: r.title || t("follow.untitled"), n: r.marks }))}
				/>
			))}
		</>
	);
}

/** Bars is a table whose numbers are drawn beneath their names. */
function Bars({
	title,
	of,
	most,
	rows,
}: {
	title: string;
	of: string;
	most: number;
	rows: { what: string; n: number }[];
}) {
	const whole = Math.max(most, ...rows.map((r) => r.n));
	return (
		<table class="numbers drawn">
			<caption>{title}</caption>
			<thead>
				<tr>
					<th scope="col">{t("follow.evening.what")}</th>
					<th scope="col" class="num">
						{of}
					</th>
				</tr>
			</thead>
			<tbody>
				{rows.map((r) => (
					<tr key={r.what}>
						<th scope="row">
							<span dir="auto">{r.what}</span>
							<i aria-hidden="true" style={{ inlineSize: `${(100 * r.n) / whole}%` }} />
						</th>
						<td class="num">{r.n}</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

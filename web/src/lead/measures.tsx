import { useState } from "preact/hooks";
import { limits, type MeasureView } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { undo as back, hand, next, plus } from "../ui/icons";
import { t } from "../words/words";
import { Cue } from "./cue";
import { Drafts } from "./drafts";
import { Field } from "./field";
import { Write } from "./mergedialogs";
import { undoing } from "./undo";
import { say } from "./voice";

/** Responsible, first step, date: the evening's whole point. A measure nobody takes goes to the follow-up group in one press. */
export function Measures({ m }: { m: Meeting }) {
	const [adding, add] = useState(false);
	const list = m.store.list("measures", (x) => x.order);
	// What the vote put further down waits for the follow-up group; what somebody wrote here is for the meeting.
	const ranked = list.some((x) => x.top);
	const first = list.filter((x) => !ranked || x.top || !x.cluster);
	const rest = list.filter((x) => !first.includes(x));
	const loose = rest.filter((x) => !x.responsible && !x.followUp);
	const owned = first.filter((x) => x.responsible).length;
	const pass = () => {
		say(t("lead.measures.rest_done", { n: loose.length }), undoing(m, "measure.passed", loose.length));
		for (const x of loose) m.send("measure.pass", { id: x.id, on: true });
	};
	return (
		<main class="desk-main">
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.tab.measures")}</h1>
					<p class="muted">{t("lead.measures.count", { n: owned, of: first.length })}</p>
				</div>
				<span class="push" />
				<Button variant="paper" icon={plus} onClick={() => add(true)}>
					{t("lead.measures.add")}
				</Button>
			</div>
			<Cue m={m} on="measures" />
			{list.length === 0 ? (
				<Empty title={t("lead.measures.none")}>
					<p>{t("lead.measures.none_hint")}</p>
				</Empty>
			) : (
				<ol class="measures">
					{first.map((x) => (
						<Measure key={x.id} m={m} of={x} />
					))}
				</ol>
			)}
			{rest.length ? (
				<section class="stack-s" aria-labelledby="rest">
					<div class="desk-head">
						<div>
							<h2 id="rest">{t("lead.measures.rest", { n: rest.length })}</h2>
							<p class="muted">{t("lead.measures.rest_why")}</p>
						</div>
						<span class="push" />
						{loose.length ? (
							<Button variant="secondary" icon={next} onClick={pass}>
								{t("lead.measures.rest_pass", { n: loose.length })}
							</Button>
						) : null}
					</div>
					<ol class="measures" start={first.length + 1}>
						{rest.map((x) => (
							<Measure key={x.id} m={m} of={x} />
						))}
					</ol>
				</section>
			) : null}
			{adding ? (
				<Write
					title={t("lead.measures.add")}
					label={t("lead.measures.title")}
					text=""
					max={limits.title}
					yes={t("lead.measures.add_yes")}
					onYes={(title) => m.send("measure.make", { id: newId(), title })}
					onClose={() => add(false)}
				/>
			) : null}
		</main>
	);
}

function Measure({ m, of: x }: { m: Meeting; of: MeasureView }) {
	const offers = m.store.get("offers", x.id)?.roles ?? [];
	const set = (with_: { responsible?: string; first?: string; due?: string }) =>
		m.send("measure.set", { id: x.id, ...with_ }, `measure/${x.id}/${Object.keys(with_)[0]}`);
	return (
		<li class="box measure" data-open={x.responsible || x.followUp ? undefined : ""}>
			<h2 dir="auto">{x.title}</h2>
			<Field
				label={t("lead.measures.responsible")}
				value={x.responsible}
				max={limits.name}
				save={(responsible) => set({ responsible })}
			/>
			<Field label={t("common.first")} type="long" value={x.first} max={limits.step} save={(first) => set({ first })} />
			<Field label={t("common.due")} type="date" value={x.due} save={(due) => set({ due })} />
			<Drafts
				of={x}
				use={(plan) => {
					m.send("measure.set", { id: x.id, ...plan }, `measure/${x.id}/draft`);
					say(t("lead.drafts.taken", { title: x.title }), undoing(m, "measure.set"));
				}}
			/>
			<div class="row wrap measure-foot">
				{x.responsible ? null : x.followUp ? (
					<>
						<span class="chip" data-tone="go">
							<Icon d={next} />
							{t("common.followup")}
						</span>
						<Button
							variant="tertiary"
							small
							icon={back}
							onClick={() => m.send("measure.pass", { id: x.id, on: false })}
						>
							{t("lead.measures.take_back")}
						</Button>
					</>
				) : (
					<>
						<span class="chip" data-tone="look">
							{t("common.nobody")}
						</span>
						{offers.map((role) => (
							<Button key={role} variant="paper" small icon={hand} onClick={() => set({ responsible: role })}>
								<span dir="auto">{t("lead.measures.offer", { role })}</span>
							</Button>
						))}
						<Button variant="tertiary" small onClick={() => m.send("measure.pass", { id: x.id, on: true })}>
							{t("lead.measures.pass")}
						</Button>
					</>
				)}
			</div>
		</li>
	);
}

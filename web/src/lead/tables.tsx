import { useState } from "preact/hooks";
import type { GroupView, PhaseKind, ProgressView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button, ButtonLink, IconButton } from "../ui/button";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { check, hand, paper, people, undo } from "../ui/icons";
import { info } from "../ui/lateicons";
import { t } from "../words/words";
import type { Where } from "./address";
import { type Advice, adviceOf } from "./advice";
import { called } from "./calls";
import { hereSays } from "./here";
import { JoinLine } from "./join";
import { Order } from "./order";
import { Paper } from "./paper";

const atMost = 2;

/** The tables: first what to do something about, at most two at a time, then how far each has come. */
export function Tables({ m, where }: { m: Meeting; where: Where }) {
	const [ordering, order] = useState(false);
	const [printing, print] = useState(false);
	const groups = m.store.list("groups", (g) => g.n);
	const step = m.store.one("step");
	const presence = m.store.one("presence");
	const online = m.passing.value.online;
	const dark = online?.tables ?? [];
	const all = adviceOf({
		step,
		timer: m.store.one("timer"),
		now: m.clock.seconds.value,
		groups,
		progress: m.store.all("progress"),
		seats: m.store.list("seats", (s) => s.n),
		unplaced: presence?.unplaced ?? 0,
		reached: where.reached,
		dark,
		telling: m.store.one("telling"),
		held: m.store.list("ideas", (i) => i.order).filter((i) => i.place === "held").length,
	});
	return (
		<section class="side stack" aria-labelledby="tables">
			<h2 id="tables">{t("lead.tables")}</h2>
			{all.slice(0, atMost).map((a, i) => (
				<Line key={JSON.stringify({ ...a, minutes: 0 })} of={a} m={m} first={i === 0} order={order} />
			))}
			{all.length > atMost ? <p class="small muted">{t("lead.more_advice", { n: all.length - atMost })}</p> : null}
			{groups.length === 0 ? (
				<Empty here={Math.min(presence?.here ?? 0, 12)} of={6} title={hereSays(presence?.here ?? 0, online)}>
					<p class="small">{t("lead.no_groups")}</p>
					<ButtonLink href="#groups" icon={people}>
						{t("lead.groups.make")}
					</ButtonLink>
				</Empty>
			) : (
				<>
					<ul class="groups">
						{groups.map((g) => (
							<li key={g.n}>
								<Badge n={g.n} label={t("common.group", { n: g.n })} />
								<span>
									{hereSays(
										g.size,
										dark.find((d) => d.n === g.n),
									)}
								</span>
								<b class="num">{come(step?.kind, g, m.store.get("progress", g.n))}</b>
								{g.sent && (step?.opens || step?.sends) ? (
									<IconButton
										icon={undo}
										label={t("lead.reopen", { n: g.n })}
										onClick={() => m.send("group.reopen", { group: g.n })}
									/>
								) : null}
							</li>
						))}
					</ul>
					<p class="small muted">{t("lead.counts_only")}</p>
				</>
			)}
			<Button variant="tertiary" small icon={hand} onClick={() => order(true)}>
				{t("lead.order")}
			</Button>
			<Button variant="tertiary" small icon={paper} onClick={() => print(true)}>
				{t("lead.paper")}
			</Button>
			<JoinLine m={m} where={where} />
			{printing ? <Paper m={m} onClose={() => print(false)} /> : null}
			{ordering ? <Order m={m} onClose={() => order(false)} /> : null}
		</section>
	);
}

/** Where the tables have no list to put anything on, a nought would be a reproach. */
const listless: readonly (PhaseKind | undefined)[] = ["lobby", "info", "bli_kjent", "stemning", "pause"];

function come(kind: PhaseKind | undefined, g: GroupView, p: ProgressView | undefined) {
	if (listless.includes(kind)) return null;
	// Where each writes alone, who has written nothing is what one looks for, also when a list went early.
	if (p && kind === "stille") return t("lead.notes", { n: p.notes });
	if (g.sent) {
		return (
			<span class="state" data-is="received">
				<Icon d={check} />
				{t("lead.sent")}
			</span>
		);
	}
	return p ? t("lead.kept", { n: p.kept }) : null;
}

function Line({ of: a, m, first, order }: { of: Advice; m: Meeting; first: boolean; order: (on: boolean) => void }) {
	return (
		<div class="advice" data-first={first ? "" : undefined}>
			{"group" in a && a.group ? (
				<Badge n={a.group} label={t("common.group", { n: a.group })} />
			) : (
				<Icon d={"seat" in a ? hand : info} />
			)}
			<div class="stack-s">
				<p>
					<b>{seen(a)}</b>
				</p>
				<p>{act(a)}</p>
				{a.kind === "shared" ? (
					<Button small onClick={() => m.send("timer.add", { seconds: 180 })}>
						{t("lead.advice.shared_give")}
					</Button>
				) : null}
				{a.kind === "unsent" ? (
					<Button small onClick={() => m.send("group.send", { group: a.group })}>
						{t("lead.advice.send")}
					</Button>
				) : null}
				{"seat" in a ? (
					<Button small onClick={() => m.send("seat.hand", { why: "", seat: a.seat })}>
						{t("lead.advice.done")}
					</Button>
				) : null}
				{a.kind === "held" ? (
					<Button small onClick={() => order(true)}>
						{t("lead.order.look")}
					</Button>
				) : null}
				{a.kind === "unplaced" ? (
					<ButtonLink small href="#groups">
						{t("lead.tab.groups")}
					</ButtonLink>
				) : null}
			</div>
		</div>
	);
}

function seen(a: Advice): string {
	switch (a.kind) {
		case "help":
		case "sound":
		case "write":
			return called(a);
		case "shared":
			return t("lead.advice.shared", { n: a.n });
		case "quiet":
			return t("lead.advice.quiet_for", { n: a.group, minutes: a.minutes });
		case "dark":
			return t("lead.advice.dark", { n: a.group });
		case "unsent":
			return t("lead.advice.unsent", { n: a.group });
		case "ready":
			return t("lead.advice.ready", { n: a.group });
		case "long":
			return t("lead.advice.long", { n: a.group });
		case "held":
			return t("lead.advice.held", { n: a.n });
		case "unplaced":
			return t("lead.advice.unplaced", { n: a.n });
		case "unreached":
			return t("lead.advice.unreached");
	}
}

function act(a: Advice): string {
	switch (a.kind) {
		case "help":
			return t("lead.advice.help_do");
		case "sound":
			return t("lead.advice.sound_do");
		case "shared":
			return t("lead.advice.shared_do");
		case "write":
			return t("lead.advice.write_do");
		case "quiet":
			return t("lead.advice.quiet_do");
		case "dark":
			return t("lead.advice.dark_do");
		case "unsent":
			return t("lead.advice.unsent_do");
		case "ready":
			return t("lead.advice.ready_do");
		case "long":
			return a.next ? t("lead.advice.long_do", { n: a.next }) : t("lead.advice.long_last");
		case "held":
			return t("lead.advice.held_do");
		case "unplaced":
			return t("lead.advice.unplaced_do");
		case "unreached":
			return t("lead.unreached_why");
	}
}

import { useState } from "preact/hooks";
import type { GroupView, SeatView, TableOnline } from "../gen/protocol";
import { newId } from "../net/ids";
import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Icon } from "../ui/icon";
import { check, hand, link, lock, online, paper, pen, people, phone, plus, unlock } from "../ui/icons";
import { t } from "../words/words";
import { hats, numbers } from "./as";
import { Ask } from "./ask";
import { hereSays } from "./here";
import { Needs } from "./needs";
import { SeatDialog } from "./seat";
import { Seating } from "./seating";
import { Stepper } from "./stepper";

const unfolded = 16; // more tables than this are folded, or the page grows too long to read

/** Who sits where. People are numbers in order of arrival; nobody has a name. */
export function Groups({ m }: { m: Meeting }) {
	const [size, setSize] = useState(5);
	const [asked, ask] = useState(false);
	const [chosen, choose] = useState<string | undefined>(undefined);
	const about = m.store.one("meeting");
	const presence = m.store.one("presence");
	const online = m.passing.value.online;
	const groups = m.store.list("groups", (g) => g.n);
	const seats = m.store.list("seats", (s) => s.n).filter((s) => s.role === "participant");
	const seat = chosen ? m.store.get("seats", chosen) : undefined;
	const make = () => m.send("groups.make", { size });
	return (
		<main class="desk-main">
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.tab.groups")}</h1>
					<p class="muted">
						{t("lead.groups.count", { here: hereSays(presence?.here ?? 0, online), groups: groups.length })}
					</p>
					<p class="small muted">{t("lead.groups.how")}</p>
				</div>
				<span class="push" />
				<Button
					variant="paper"
					icon={about?.locked ? unlock : lock}
					onClick={() => m.send("meeting.lock", { on: !about?.locked })}
				>
					{t(about?.locked ? "lead.groups.unlock" : "lead.groups.lock")}
				</Button>
				<div class="row">
					<span class="small">{t("lead.groups.size")}</span>
					<Stepper label={t("lead.groups.size")} value={size} min={2} max={12} set={setSize} />
				</div>
				<Button
					variant={groups.length ? "secondary" : "primary"}
					icon={people}
					onClick={() => (groups.length ? ask(true) : make())}
				>
					{t("lead.groups.make")}
				</Button>
			</div>
			{seats.length === 0 ? (
				<Empty title={t("lead.groups.nobody")}>
					<p>{t("lead.groups.nobody_hint")}</p>
				</Empty>
			) : (
				<>
					<Seating m={m} />
					<Needs m={m} />
					<div class="group-grid">
						<Unplaced seats={seats.filter((s) => !s.group && !s.left)} choose={choose} />
						{groups.map((g) => (
							<Table
								key={g.n}
								group={g}
								seats={seats.filter((s) => s.group === g.n)}
								phones={online?.tables.find((o) => o.n === g.n)}
								folded={groups.length > unfolded}
								choose={choose}
								add={() => m.send("place.add", { id: newId(), group: g.n })}
								away={() => m.send("table.away", { group: g.n, on: !g.away }, `away/${g.n}`)}
							/>
						))}
					</div>
				</>
			)}
			{asked ? (
				<Ask title={t("lead.groups.again")} yes={t("lead.groups.make")} onYes={make} onClose={() => ask(false)}>
					<p>{t("lead.groups.again_why")}</p>
				</Ask>
			) : null}
			{seat ? <SeatDialog m={m} seat={seat} groups={groups} onClose={() => choose(undefined)} /> : null}
		</main>
	);
}

function Unplaced({ seats, choose }: { seats: SeatView[]; choose: (seat: string) => void }) {
	if (seats.length === 0) return null;
	const n = seats.reduce((sum, s) => sum + s.heads, 0); // several may have come on one phone
	return (
		<section class="box group" data-tone="look" aria-labelledby="unplaced">
			<h2 id="unplaced">
				<Icon d={people} />
				{t("lead.groups.unplaced", { n })}
			</h2>
			<Seats seats={seats} choose={choose} />
		</section>
	);
}

interface TableProps {
	group: GroupView;
	seats: SeatView[];
	phones: TableOnline | undefined;
	folded: boolean;
	choose: (seat: string) => void;
	add: () => void;
	away: () => void;
}

function Table({ group, seats, phones, folded, choose, add, away }: TableProps) {
	const [open, setOpen] = useState(!folded);
	return (
		<section class="box group" aria-labelledby={`g${group.n}`}>
			<h2 id={`g${group.n}`}>
				<Badge n={group.n} label={t("common.group", { n: group.n })} />
				<span class="small">{hereSays(group.size, phones)}</span>
				{group.scribe ? null : (
					<span class="chip" data-tone="look">
						{t("lead.groups.no_scribe")}
					</span>
				)}
				{folded ? (
					<Button variant="tertiary" small aria-expanded={open} onClick={() => setOpen(!open)}>
						{t(open ? "lead.groups.fold" : "lead.groups.unfold")}
					</Button>
				) : null}
			</h2>
			{open ? (
				<>
					<Seats seats={seats} choose={choose} />
					{/* Where a phone is shared its people are counted on that. */}
					{group.shared ? null : (
						<Button variant="tertiary" small icon={plus} onClick={add}>
							{t("lead.groups.place")}
							<span class="vh"> {t("common.group", { n: group.n })}</span>
						</Button>
					)}
					<Button variant="tertiary" small icon={group.away ? check : online} aria-pressed={group.away} onClick={away}>
						{t("lead.groups.away_set")}
						<span class="vh"> {t("common.group", { n: group.n })}</span>
					</Button>
				</>
			) : null}
		</section>
	);
}

function Seats({ seats, choose }: { seats: SeatView[]; choose: (seat: string) => void }) {
	return (
		<ul class="seat-list">
			{seats.map((s) => (
				<li key={s.seat}>
					<button type="button" data-left={s.left ? "" : undefined} onClick={() => choose(s.seat)}>
						<span class="num">{t("lead.seat", { n: s.n })}</span>
						<span class="muted small">{s.left ? t("lead.groups.left") : hats(s)}</span>
						<span class="signs">
							{s.scribe ? (
								<span class="state">
									<Icon d={pen} />
									{t("lead.groups.scribe")}
								</span>
							) : null}
							{s.with.length ? (
								<span class="state">
									<Icon d={link} />
									<span class="num" aria-hidden="true">
										{s.with.join(", ")}
									</span>
									<span class="vh">{t("lead.groups.together", { who: numbers(s.with) })}</span>
								</span>
							) : null}
							{s.heads > 1 ? (
								<span class="state">
									<Icon d={phone} />
									{t("lead.heads", { n: s.heads })}
								</span>
							) : null}
							{s.paper ? (
								<span class="state">
									<Icon d={paper} />
									<span class="vh">{t("lead.groups.paper")}</span>
								</span>
							) : null}
							{s.hand ? (
								<span class="state" data-is="saved">
									<Icon d={s.hand === "write" ? pen : hand} />
									<span class="vh">{t(s.hand === "write" ? "lead.groups.pen" : "lead.groups.hand")}</span>
								</span>
							) : null}
						</span>
					</button>
				</li>
			))}
		</ul>
	);
}

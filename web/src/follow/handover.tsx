import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import type { NewKey } from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { link as linkIcon, next } from "../ui/icons";
import { alphabetical } from "../words/order";
import { refused, t } from "../words/words";
import { toMeasure } from "./address";
import { Ask } from "./ask";
import { Copy } from "./copy";
import type { Given } from "./given";
import { OwnMail } from "./ownmail";
import { OwnPlace } from "./ownplace";
import { rotate } from "./rotation";
import { type Row, rows } from "./rows";
import { Teams } from "./teams";
import { voice } from "./voices";
import { Write } from "./write";

interface Held {
	role: string;
	measures: Row[];
	deputy: Row[];
}

/** Handover is for when units are renamed and people leave: who answers for what, and who holds which link. */
export function Handover({ m, cal }: Given) {
	const [handing, hand] = useState<Held | undefined>(undefined);
	const list = rows(m);
	const roles = held(list);
	const members = m.store.list("members", (x) => (x.as ? 0 : 1));
	const unnamed = members.filter((x) => !x.as).length;
	return (
		<main class="follow-main">
			<div class="hero">
				<h1 tabIndex={-1}>{t("follow.page.handover")}</h1>
			</div>
			<div class="measure-cols two">
				<section class="box stack" aria-labelledby="roles">
					<h2 id="roles">{t("follow.roles")}</h2>
					<p class="muted">{t("follow.roles_why")}</p>
					{roles.length ? (
						<ul class="roles">
							{roles.map((x) => (
								<li key={x.role}>
									<div>
										<h3 dir="auto">{x.role}</h3>
										<ul>
											{x.measures.map((r) => (
												<li key={r.id}>
													<a href={toMeasure(r.id)} dir="auto">
														{r.title || t("follow.untitled")}
													</a>
													{r.care.tap ? <span class="small muted"> · {t("follow.holds_link")}</span> : null}
												</li>
											))}
											{x.deputy.map((r) => (
												<li key={`d-${r.id}`}>
													<a href={toMeasure(r.id)} dir="auto">
														{r.title || t("follow.untitled")}
													</a>
													<span class="small muted"> · {t("follow.field.deputy")}</span>
												</li>
											))}
										</ul>
									</div>
									<div class="row wrap">
										{x.measures.length ? (
											<OwnPlace m={m} role={x.role} held={x.measures.some((r) => r.care.own)} />
										) : null}
										<Button variant="paper" small icon={next} onClick={() => hand(x)}>
											{t("follow.hand")}
											<span class="vh" dir="auto">
												{" "}
												{x.role}
											</span>
										</Button>
									</div>
								</li>
							))}
						</ul>
					) : (
						<Empty title={t("follow.roles_none")} />
					)}
				</section>
				<div class="stack">
					<section class="box stack" aria-labelledby="members">
						<h2 id="members">{t("follow.members")}</h2>
						<ul class="stack-s">
							{members
								.filter((x) => x.as)
								.map((x) => (
									<li key={x.seat} dir="auto">
										{x.as}
										{x.seat === m.seat.value ? <span class="muted"> · {t("follow.you")}</span> : null}
									</li>
								))}
							{unnamed ? <li class="muted">{t("follow.unnamed_n", { n: unnamed })}</li> : null}
						</ul>
						<p class="small muted">{t("follow.members_why")}</p>
						<Rotations m={m} cal={cal} />
						<GroupLink m={m} />
					</section>
					<Teams m={m} />
					<OwnMail m={m} why={t("follow.mail.why")} />
				</div>
			</div>
			{handing ? (
				<Write
					title={t("follow.hand_title", { from: handing.role })}
					label={t("follow.hand_to")}
					hint={t("follow.hand_why", { n: handing.measures.length + handing.deputy.length })}
					text=""
					max={limits.name}
					yes={t("follow.hand")}
					onYes={(to) => {
						m.send("role.hand", { from: handing.role, to });
						say(t("follow.handed", { from: handing.role, to }));
					}}
					onClose={() => hand(undefined)}
				/>
			) : null}
		</main>
	);
}

/** Rotations is when the links were changed, and by whom: whoever was left outside can be told why. */
function Rotations({ m, cal }: Given) {
	const list = m.store.one("rotations")?.rotations ?? [];
	const teams = m.store.all("teams");
	if (!list.length) return null;
	return (
		<ul class="stack-s small">
			{[...list].reverse().map((x) => {
				const team = teams.get(String(x.of))?.name;
				const day = cal.on(x.at);
				return (
					<li key={x.at} dir="auto">
						{!x.of
							? t("follow.rotated", { day })
							: team
								? t("follow.rotated_team", { team, day })
								: t("follow.rotated_gone_team", { day })}{" "}
						<span class="muted">{voice(x.by)}</span>
					</li>
				);
			})}
		</ul>
	);
}

/** GroupLink makes a new link for the whole group, for whoever is new. Everybody's older one dies with it. */
function GroupLink({ m }: Pick<Given, "m">) {
	const [made, setMade] = useState<NewKey | undefined>(undefined);
	const [asking, ask] = useState(false);
	const make = async () => {
		const said = await rotate(m.room);
		if (said.ok) setMade(said.body);
		else say(refused(said.code));
	};
	const url = made?.url || (made ? `${location.origin}/oppfolging/${m.room}#${made.key}` : "");
	return (
		<div class="stack">
			<h3>{t("follow.group_link")}</h3>
			{made ? (
				<Copy label={t("follow.group_link_new")} text={url} ltr />
			) : (
				<p class="muted">{t("follow.group_link_why")}</p>
			)}
			<Button variant="paper" small icon={linkIcon} onClick={() => ask(true)}>
				{t("follow.group_link_make")}
			</Button>
			{asking ? (
				<Ask
					title={t("follow.group_link_make")}
					yes={t("follow.group_link_make")}
					onYes={() => void make()}
					onClose={() => ask(false)}
				>
					<p>{t("follow.group_link_ask")}</p>
				</Ask>
			) : null}
		</div>
	);
}

function held(list: readonly Row[]): Held[] {
	const names = new Set(list.flatMap((r) => [r.responsible, r.care.deputy]).filter(Boolean));
	return alphabetical(names).map((role) => ({
		role,
		measures: list.filter((r) => r.responsible === role),
		deputy: list.filter((r) => r.care.deputy === role),
	}));
}

import { useEffect, useId, useState } from "preact/hooks";
import { limits, type TeamView } from "../gen/protocol";
import type { Door, NewKey } from "../net/api";
import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { link, plus, trash } from "../ui/icons";
import { refused, t } from "../words/words";
import { Ask } from "./ask";
import { Copy } from "./copy";
import type { Given } from "./given";
import { rows } from "./rows";

const most = 8;

/** Teams are the parts of the group: a name, a link of their own, and the measures that were given to them. */
export function Teams({ m }: Pick<Given, "m">) {
	const id = useId();
	const [name, setName] = useState("");
	const [young, setYoung] = useState(false);
	const [fresh, setFresh] = useState(0);
	const teams = m.store.list("teams", (x) => x.n);
	const free = Array.from({ length: most }, (_, k) => k + 1).find((n) => !teams.some((x) => x.n === n));
	return (
		<section class="box stack" aria-labelledby="teams">
			<h2 id="teams">{t("follow.teams")}</h2>
			<p class="muted">{t("follow.teams.why")}</p>
			{teams.length ? (
				<ul class="roles">
					{teams.map((x) => (
						<Team key={x.n} m={m} of={x} fresh={x.n === fresh} />
					))}
				</ul>
			) : null}
			{free ? (
				<form
					class="stack-s"
					onSubmit={(e) => {
						e.preventDefault();
						if (!name.trim()) return;
						m.send("team.name", { n: free, name: name.trim(), young });
						setFresh(free);
						setName("");
						setYoung(false);
					}}
				>
					<div class="field">
						<label class="ds-label" for={id}>
							{t("follow.teams.name")}
						</label>
						<input
							class="ds-input"
							id={id}
							maxLength={limits.name}
							required
							dir="auto"
							value={name}
							onInput={(e) => setName(e.currentTarget.value)}
						/>
					</div>
					<label class="row">
						<input type="checkbox" checked={young} onChange={(e) => setYoung(e.currentTarget.checked)} />
						<span>{t("follow.teams.young")}</span>
					</label>
					<div>
						<Button variant="paper" small icon={plus} type="submit">
							{t("follow.teams.make")}
						</Button>
					</div>
				</form>
			) : null}
		</section>
	);
}

/** Team is one of them. One that was made just now here gets its link at once: without it nobody comes in. */
function Team({ m, of: x, fresh }: Pick<Given, "m"> & { of: TeamView; fresh: boolean }) {
	const [made, setMade] = useState<NewKey | undefined>(undefined);
	const [again, askAgain] = useState(false);
	const [ending, end] = useState(false);
	const n = rows(m).filter((r) => r.care.team === x.n).length;
	const make = async () => {
		const said = await api.rotate(m.room, `team${x.n}` as Door, m.surface);
		if (said.ok) setMade(said.body);
		else say(refused(said.code));
	};
	useEffect(() => {
		if (fresh && !x.link) void make();
	}, []);
	const url = made?.url || (made ? `${location.origin}/oppfolging/${m.room}#${made.key}` : "");
	return (
		<li>
			<div>
				<h3 dir="auto">{x.name}</h3>
				<p class="small muted">
					{t("follow.teams.n", { n })}
					{x.young ? ` · ${t("follow.teams.is_young")}` : ""}
				</p>
			</div>
			<div class="row wrap">
				{made ? (
					<div class="stack-s wide">
						<p>{t("follow.teams.link_now")}</p>
						<Copy label={t("follow.teams.link", { who: x.name })} text={url} ltr />
						{made.qr ? (
							<img
								class="qr"
								src={`data:image/svg+xml,${encodeURIComponent(made.qr)}`}
								alt={t("follow.teams.qr_alt", { who: x.name })}
								width={200}
								height={200}
							/>
						) : null}
					</div>
				) : null}
				<Button variant="paper" small icon={link} onClick={() => (x.link ? askAgain(true) : void make())}>
					{t(x.link ? "follow.teams.link_again" : "follow.teams.make_link")}
					<span class="vh" dir="auto">
						{" "}
						{x.name}
					</span>
				</Button>
				<Button variant="tertiary" small icon={trash} onClick={() => end(true)}>
					{t("follow.teams.end")}
					<span class="vh" dir="auto">
						{" "}
						{x.name}
					</span>
				</Button>
			</div>
			{again ? (
				<Ask
					title={t("follow.teams.link_again")}
					yes={t("follow.teams.link_again")}
					onYes={() => void make()}
					onClose={() => askAgain(false)}
				>
					<p>{t("follow.teams.link_again_why")}</p>
				</Ask>
			) : null}
			{ending ? (
				<Ask
					title={t("follow.teams.end_title", { who: x.name })}
					yes={t("follow.teams.end")}
					onYes={() => m.send("team.name", { n: x.n, name: "", young: false })}
					onClose={() => end(false)}
				>
					<p>{t("follow.teams.end_why")}</p>
				</Ask>
			) : null}
		</li>
	);
}

/** TeamOf gives a measure to a part of the group, or takes it back. */
export function TeamOf({ m, id, team }: Pick<Given, "m"> & { id: string; team: number }) {
	const field = useId();
	const teams = m.store.list("teams", (x) => x.n);
	if (!teams.length || m.me.value?.role === "team") return null;
	return (
		<div class="field">
			<label class="ds-label" for={field}>
				{t("follow.teams.whose")}
			</label>
			<select
				class="ds-input"
				id={field}
				value={String(team)}
				onChange={(e) => m.send("measure.give", { measure: id, team: Number(e.currentTarget.value) }, `give/${id}`)}
			>
				<option value="0">{t("follow.teams.main")}</option>
				{teams.map((x) => (
					<option key={x.n} value={String(x.n)}>
						{x.name}
					</option>
				))}
			</select>
		</div>
	);
}

import { useEffect, useState } from "preact/hooks";
import { allFault, type Fault, probe } from "../check/probe";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button, ButtonLink } from "../ui/button";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { info } from "../ui/lateicons";
import { Qr } from "../ui/qr";
import { t } from "../words/words";
import { urlOf, type Where } from "./address";
import { type Light, lightsOf } from "./lights";
import { StartPractice } from "./practice";

const patience = 20_000; // how long a phone on the guest network is waited for

/** Ready is *Er vi klare?*: one page of lights, each with a way to put it right, and the trying of the hall. */
export function Ready({ m, where }: { m: Meeting; where: Where }) {
	const [ticks, tick] = useState(notebook.read(`ticks:${m.room}`) ?? "");
	const lights = lightsOf(m, where, { key: ticks.includes("key"), paper: ticks.includes("paper") });
	const open = lights.filter((l) => !l.ok).length;
	const mark = (what: string) => {
		const now = ticks.includes(what) ? ticks.replace(what, "") : `${ticks} ${what}`;
		notebook.write(`ticks:${m.room}`, now);
		tick(now);
	};
	return (
		<main class="desk-main">
			<div class="desk-head">
				<div>
					<h1 tabIndex={-1}>{t("lead.tab.ready")}</h1>
					<p class="muted">{open ? t("lead.ready.open", { n: open }) : t("lead.ready.all")}</p>
				</div>
				<span class="push" />
				{m.store.one("meeting")?.practice ? null : <StartPractice m={m} />}
			</div>
			<div class="ready">
				<section aria-labelledby="lights">
					<h2 id="lights" class="vh">
						{t("lead.tab.ready")}
					</h2>
					<ul class="lights">
						{lights.map((l) => (
							<Row key={l.id} of={l} mark={mark} />
						))}
					</ul>
				</section>
				<HallCheck m={m} where={where} />
			</div>
		</main>
	);
}

function Row({ of: l, mark }: { of: Light; mark: (what: string) => void }) {
	return (
		<li data-light={l.ok ? "ok" : "look"}>
			<Icon d={l.ok ? check : info} />
			<span>
				{t(l.ok ? `lead.ready.${l.id}` : `lead.ready.${l.id}_no`)}
				<span class="vh"> {t(l.ok ? "lead.ready.in_place" : "lead.ready.look")}</span>
			</span>
			{l.tick ? (
				<Button small variant="tertiary" aria-pressed={l.ok} onClick={() => mark(l.tick ?? "")}>
					{t("lead.ready.done")}
					<span class="vh"> {t(`lead.ready.${l.id}`)}</span>
				</Button>
			) : l.hall && !l.ok ? (
				<Button small onClick={toHall}>
					{t("lead.ready.fix")}
					<span class="vh"> {t(`lead.ready.${l.id}_no`)}</span>
				</Button>
			) : l.ok || !l.fix ? null : (
				<ButtonLink small href={l.fix}>
					{t("lead.ready.fix")}
					<span class="vh"> {t(`lead.ready.${l.id}_no`)}</span>
				</ButtonLink>
			)}
		</li>
	);
}

function toHall(): void {
	const hall = document.getElementById("hall");
	hall?.scrollIntoView();
	hall?.focus();
}

/** HallCheck is *Sjekk salen*: two phones and this machine, and one sentence for each thing that is wrong. */
function HallCheck({ m, where }: { m: Meeting; where: Where }) {
	const hall = m.store.one("hall");
	const [own, setOwn] = useState<readonly Fault[]>([]);
	useEffect(() => {
		if (hall?.on) void probe().then(setOwn);
	}, [hall?.on]);
	if (!hall) return null;
	const reports = hall.reports;
	const wifi = reports.some((r) => r.net === "wifi");
	const lost = hall.on && !wifi && m.clock.seconds.value - hall.since > patience;
	const found = new Set<string>([...own, ...reports.flatMap((r) => r.faults), ...(lost ? ["isolation"] : [])]);
	const code = m.store.one("meeting")?.code ?? "";
	return (
		<section class="box stack" aria-labelledby="hall">
			<h2 id="hall" tabIndex={-1}>
				{t("lead.hall")}
			</h2>
			<p>{t("lead.hall.how")}</p>
			<Button
				variant={hall.on ? "secondary" : "primary"}
				onClick={() => m.send("hall.check", { on: !hall.on }, "hall")}
			>
				{t(hall.on ? "lead.hall.stop" : "lead.hall.start")}
			</Button>
			{hall.on ? (
				<>
					<p>
						{t("lead.hall.open")} <b class="door-link" dir="ltr">{`${urlOf(where)}/sjekk#${code}`}</b>
					</p>
					{where.host ? (
						<Qr room={m.room} to="?sjekk" alt={t("lead.hall.qr_alt")} />
					) : where.host === undefined ? null : (
						<p class="line warn">
							<Icon d={info} />
							<span>{t("refused.no_address")}</span>
						</p>
					)}
				</>
			) : null}
			{hall.on || reports.length ? (
				<ul class="lights" aria-live="polite">
					{(["wifi", "mobile"] as const).map((net) => {
						const n = reports.filter((r) => r.net === net && !r.begun).length;
						return (
							<li key={net} data-light={n ? "ok" : "look"}>
								<Icon d={n ? check : info} />
								<span>{t(n ? `lead.hall.${net}` : `lead.hall.${net}_no`)}</span>
							</li>
						);
					})}
					{allFault
						.filter((f) => found.has(f))
						.map((f) => (
							<li key={f} data-light="look" data-fault={f}>
								<Icon d={info} />
								<span>{t(`check.fault.${f}`)}</span>
							</li>
						))}
				</ul>
			) : null}
		</section>
	);
}

import { useEffect } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { eye } from "../ui/icons";
import { Logo } from "../ui/logo";
import { t } from "../words/words";
import { Helpline } from "./helpline";
import { Line } from "./line";
import { useRefusals, Voice } from "./voice";

/** Watch is an adult's place in a meeting that young people lead: which part they are in, and numbers. What they write comes when they share it. */
export function Watch({ m }: { m: Meeting }) {
	const about = m.store.one("meeting");
	const step = m.store.one("step");
	const youth = m.store.one("youth");
	useRefusals(m);
	useEffect(() => {
		document.title = `${t("lead.watch")} – ${about?.title ?? ""}`;
	}, [about?.title]);
	const number = (n: number) => (n < 0 ? t("lead.watch.few") : String(n));
	return (
		<div class="desk">
			<header class="desk-top">
				<Logo />
				<span class="chip" data-tone="look">
					<Icon d={eye} />
					{t("lead.watch")}
				</span>
				<span class="push" />
				<Line m={m} />
			</header>
			<main class="desk-main handover">
				<div class="stack-s">
					<p class="muted" dir="auto">
						{about?.title}
					</p>
					<h1 tabIndex={-1} dir="auto">
						{about?.status === "ended" ? t("lead.ended") : (step?.title ?? "")}
					</h1>
					{step?.question && about?.status !== "ended" ? (
						<p class="strip" dir="auto">
							{step.question}
						</p>
					) : null}
				</div>
				{youth ? (
					<section class="box stack-s" aria-labelledby="shared">
						<h2 id="shared">{t(youth.published ? "lead.watch.shared" : "lead.watch.not_yet")}</h2>
						<p>{t(youth.published ? "lead.watch.shared_why" : "lead.watch.not_yet_why")}</p>
						<dl class="facts-two">
							<div>
								<dt>{t("lead.watch.here")}</dt>
								<dd>{number(youth.here)}</dd>
							</div>
							<div>
								<dt>{t("lead.watch.notes")}</dt>
								<dd>{number(youth.notes)}</dd>
							</div>
						</dl>
						{youth.published ? <Shared m={m} /> : null}
					</section>
				) : null}
				<Helpline m={m} />
			</main>
			<Voice />
		</div>
	);
}

/** Shared is what the young people have let the adults read, and where to read the rest. */
function Shared({ m }: { m: Meeting }) {
	const measures = m.store.list("measures", (x) => x.order);
	return (
		<>
			<p class="letter" dir="auto">
				{m.store.one("letter")?.text}
			</p>
			<ol class="options">
				{measures.map((x, n) => (
					<li key={x.id}>
						<span class="n">{n + 1}</span>
						<span dir="auto">{x.title}</span>
					</li>
				))}
			</ol>
			<p>
				<a href={`/referat/${m.room}`}>{t("lead.watch.report")}</a> ·{" "}
				<a href={`/api/rooms/${m.room}/innspill.json?surface=lead`}>{t("lead.young.cards")}</a>
			</p>
		</>
	);
}

import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { offline } from "../ui/icons";
import { eye } from "../ui/lateicons";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { Helpline } from "./helpline";
import { Onlooker } from "./onlooker";
import { AskSpare } from "./spare";

/** Watch is an adult's place in a meeting that young people lead: which part they are in, and numbers. What they write comes when they share it. */
export function Watch({ m }: { m: Meeting }) {
	const youth = m.store.one("youth");
	const number = (n: number) => (n < 0 ? t("lead.watch.few") : String(n));
	const led = m.passing.value.led;
	const time = led?.since ? clockAt(led.since, m.store.one("meeting")?.zone ?? "") : "";
	const lost = led && !led.on && m.link.value.is === "online" && m.store.one("meeting")?.status !== "ended";
	const away = lost ? t(time ? "lead.watch.lost" : "lead.watch.none", { time }) : "";
	return (
		<Onlooker m={m} as="lead.watch" icon={eye}>
			<p class={away ? "line warn" : "line"} role="status">
				{away ? (
					<>
						<Icon d={offline} />
						<span>{away}</span>
					</>
				) : null}
			</p>
			<AskSpare m={m} lost={!!lost} />
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
		</Onlooker>
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

import { claimSeconds } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { running } from "../ui/clock";
import { Icon } from "../ui/icon";
import { offline, online, people } from "../ui/icons";
import { Timer } from "../ui/timer";
import { clockAt } from "../words/clock";
import { t } from "../words/words";
import { Onlooker } from "./onlooker";

/** Standin is where a deputy waits: what the hall sees, and the one press that takes over when whoever leads is silent. */
export function Standin({ m }: { m: Meeting }) {
	const timer = m.store.one("timer");
	const ended = m.store.one("meeting")?.status === "ended";
	return (
		<Onlooker
			m={m}
			as="lead.standin"
			icon={people}
			beneath={running(timer) && !ended ? <Left of={timer} m={m} over={t("lead.standin.over")} /> : null}
		>
			<Led m={m} />
			<section class="box stack-s" aria-live="polite" aria-labelledby="standin">
				<Asking m={m} />
			</section>
		</Onlooker>
	);
}

/** Led says whether the machine of whoever leads is in touch, as far as the server knows: what the deputy is to act on. */
function Led({ m }: { m: Meeting }) {
	const led = m.passing.value.led;
	const lost = led && !led.on;
	const time = led?.since ? clockAt(led.since, m.store.one("meeting")?.zone ?? "") : "";
	return (
		<p class={lost ? "line warn" : "line"} role="status">
			{led && m.link.value.is === "online" ? (
				<>
					<Icon d={lost ? offline : online} />
					<span>{t(lost ? (time ? "lead.standin.lost" : "lead.standin.none") : "lead.standin.there", { time })}</span>
				</>
			) : null}
		</p>
	);
}

/** Asking is the press, then the wait for an answer to it, or the no. */
function Asking({ m }: { m: Meeting }) {
	const mine = m.store.get("standins", m.me.value?.seat ?? "");
	const ask = () => m.send("lead.claim", {});
	if (mine?.until)
		return (
			<>
				<h2 id="standin">{t("lead.standin.asked")}</h2>
				<p>{t("lead.standin.asked_why")}</p>
				<Left of={{ ends: mine.until, left: 0, total: claimSeconds * 1000 }} m={m} over={t("lead.standin.soon")} />
				<p>
					<Button variant="paper" onClick={() => m.send("lead.unclaim", {})}>
						{t("lead.standin.undo")}
					</Button>
				</p>
			</>
		);
	return (
		<>
			<h2 id="standin">{t(mine?.kept ? "lead.standin.kept" : "lead.standin.title")}</h2>
			<p>{mine?.kept ? t("lead.standin.kept_why") : t("lead.standin.why", { n: claimSeconds })}</p>
			{mine?.kept ? null : <p class="muted">{t("lead.standin.kept_safe")}</p>}
			<p>
				<Button variant={mine?.kept ? "paper" : "primary"} icon={people} onClick={ask}>
					{t(mine?.kept ? "lead.standin.again" : "lead.standin.go")}
				</Button>
			</p>
		</>
	);
}

function Left({ of, m, over }: { of: { ends: number; left: number; total: number }; m: Meeting; over: string }) {
	return (
		<div aria-live="off">
			<Timer of={of} now={m.clock.seconds.value} text={(time) => t("lead.standin.left", { time })} over={over} />
		</div>
	);
}

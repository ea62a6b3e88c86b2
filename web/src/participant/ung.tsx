import { allHideReason } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { Icon } from "../ui/icon";
import { clock, lock, people, speech } from "../ui/icons";
import { close, eye } from "../ui/lateicons";
import { Slip } from "../ui/slip";
import { t } from "../words/words";

/** Waits tells a writer what has become of a text that is not on the wall: it waits to be read, or it is kept back, and why. */
export function Waits({ m }: { m: Meeting }) {
	const waits = m.store.list("waits", (w) => w.order);
	if (waits.length === 0) return null;
	return (
		<section class="stack-s" aria-labelledby="waits">
			<h2 id="waits">{t("p.ung.mine")}</h2>
			<ul class="stack-s">
				{waits.map((w) => {
					const why = w.why ? (allHideReason.find((r) => r === w.why) ?? "prat") : undefined;
					return (
						<li key={w.id}>
							<Slip text={w.text} aside={!!why}>
								<p class="line small">
									<Icon d={why ? close : clock} />
									<span>{why ? `${t("p.ung.hidden")}. ${t(`p.ung.why.${why}`)}` : t("p.ung.waits")}</span>
								</p>
							</Slip>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

/** Watched says whether adults look on, and what they can read; and that one of them has asked for a leader's link. */
export function Watched({ m }: { m: Meeting }) {
	const youth = m.store.one("youth");
	const spare = m.store.one("spare");
	if (!youth || (!youth.observers && !youth.published)) return null;
	return (
		<>
			{spare && spare.stage !== "kept" ? (
				<p class="line small" role="status">
					<Icon d={people} />
					<span>{t("p.ung.spare")}</span>
				</p>
			) : null}
			<p class="line small">
				<Icon d={youth.published ? eye : lock} />
				<span>{youth.published ? t("p.ung.reads") : t("p.ung.watch", { n: youth.observers })}</span>
			</p>
		</>
	);
}

/** Helpline is *si fra til noen*: who one can talk to if something hard came up. */
export function Helpline({ m }: { m: Meeting }) {
	const line = m.store.one("helpline");
	if (!line?.who) return null;
	return (
		<details>
			<summary>
				<Icon d={speech} /> {t("p.ung.help")}
			</summary>
			<div class="stack-s">
				<p>{t("p.ung.help_why")}</p>
				<p dir="auto">
					<b>{line.who}</b> {line.hours ? <span class="muted">{line.hours}</span> : null}
				</p>
				{line.phone ? (
					<p>
						<a class="ds-button" data-variant="secondary" href={`tel:${line.phone.replace(/[^\d+]/g, "")}`}>
							{t("p.ung.call", { phone: line.phone })}
						</a>
					</p>
				) : null}
			</div>
		</details>
	);
}

import type { Meeting } from "../state/meeting";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, down, next, up } from "../ui/icons";
import { t } from "../words/words";
import { give, later, sooner, type Turn } from "./turns";

/**
 * Telling is whose turn it is. The next table has a button of its own, apart from the one that moves the whole meeting,
 * and no key: a clicker pressed once too often must not take the floor from anybody.
 */
export function Telling({ m }: { m: Meeting }) {
	const telling = m.store.one("telling");
	if (!telling || telling.order.length === 0) return null;
	const { order, now, next: after } = telling;
	const at = order.indexOf(now);
	// A press while the last one is still on its way is the same press.
	const busy = m.outbox.pending("table.call").length + m.outbox.pending("tables.order").length > 0;
	const call = () => {
		if (!busy) m.send("table.call", { from: now });
	};
	const turn = ({ order: to, call: group }: Turn) => {
		if (busy) return;
		if (to.some((n, i) => n !== order[i])) m.send("tables.order", { order: to });
		if (group) m.send("table.call", { group });
	};
	return (
		<section class="box stack-s" aria-labelledby="telling">
			<div class="row wrap">
				<h2 id="telling">{now ? t("lead.telling.now", { n: now }) : t("lead.telling.done")}</h2>
				<span class="push" />
				{now ? (
					<Button icon={after ? next : check} onClick={() => call()}>
						{after ? t("lead.telling.next", { n: after }) : t("lead.telling.last")}
					</Button>
				) : null}
			</div>
			<p class="muted small">{t("lead.telling.order")}</p>
			<ol class="turns">
				{order.map((n, i) => (
					<li key={n} aria-current={n === now ? "true" : undefined}>
						<Badge n={n} label={t("common.group", { n })} />
						<span class="small">{where(i, at, n === after)}</span>
						<span class="push" />
						{n === now ? null : (
							<Button variant="tertiary" small onClick={() => turn(give(order, now, n))}>
								{t("lead.telling.call")}
								<span class="vh"> {t("common.group", { n })}</span>
							</Button>
						)}
						{at >= 0 && i > at ? (
							<IconButton
								icon={up}
								label={t("lead.telling.sooner", { n })}
								onClick={() => turn(sooner(order, now, n))}
							/>
						) : (
							<span class="gap" />
						)}
						{at >= 0 && i >= at && i < order.length - 1 ? (
							<IconButton
								icon={down}
								label={t("lead.telling.later", { n })}
								onClick={() => turn(later(order, now, n))}
							/>
						) : (
							<span class="gap" />
						)}
					</li>
				))}
			</ol>
		</section>
	);
}

function where(i: number, at: number, next: boolean) {
	if (i === at) return <b>{t("lead.telling.tells")}</b>;
	if (next) return t("lead.telling.ready");
	if (at >= 0 && i > at) return null;
	return (
		<span class="state" data-is="received">
			<Icon d={check} />
			{t("lead.telling.told")}
		</span>
	);
}

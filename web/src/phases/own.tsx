import { useSignal } from "@preact/signals";
import type { IdeaView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, phone } from "../ui/icons";
import { t } from "../words/words";
import { written } from "./written";

/** Where the answer page looks, on this phone, for what was written on it. */
const page = (room: string) => `mine:${room}`;

/** Own is what was written on this phone and where it went, and the offer to remember it: on this phone and nowhere else. */
export function Own({ m }: { m: Meeting }) {
	const kept = useSignal(notebook.read(page(m.room)) !== null);
	const mine = written(m.room);
	const ideas = m.store.list("ideas", (i) => i.order).filter((i) => mine.has(i.id) && i.place !== "private");
	const keep = () => {
		kept.value = notebook.write(page(m.room), JSON.stringify(ideas.map(({ id, text }) => ({ id, text }))));
	};
	if (ideas.length === 0) return null;
	return (
		<section class="box stack-s" aria-labelledby="own">
			<h2 id="own">{t("p.own.title")}</h2>
			<ul class="stack-s">
				{ideas.map((i) => (
					<li key={i.id} class="slip">
						<p dir="auto">{i.text}</p>
						<p class="small">{went(m, i)}</p>
					</li>
				))}
			</ul>
			{kept.value ? (
				<p class="state small" data-is="received" role="status">
					<Icon d={check} />
					{t("p.own.kept")}
				</p>
			) : (
				<Button full icon={phone} onClick={keep}>
					{t("p.own.keep")}
				</Button>
			)}
			<p class="small muted">{t("p.own.why")}</p>
		</section>
	);
}

function went(m: Meeting, idea: IdeaView): string {
	const cluster = m.store.list("clusters", (c) => c.order).find((c) => c.ideas.includes(idea.id));
	if (!cluster) return t("p.own.table");
	const measure = m.store.list("measures", (x) => x.order).find((x) => x.cluster === cluster.id);
	if (measure) return t("p.own.measure", { title: measure.title });
	if (cluster.ideas.length > 1) return t("p.onboard.into", { title: cluster.title, n: cluster.ideas.length - 1 });
	return t("p.onboard.alone");
}

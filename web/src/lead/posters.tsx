import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { check, trash } from "../ui/icons";
import { t } from "../words/words";

/** Posters is what hangs on the wall, with a way to take something down, and how many stand in the contact book. */
export function Posters({ m }: { m: Meeting }) {
	const posters = m.store.list("posters", (p) => p.order);
	const n = m.store.one("book")?.n ?? 0;
	return (
		<section class="box stack-s" aria-labelledby="posters">
			<h2 id="posters">{t("lead.posters")}</h2>
			{posters.length ? null : <p class="muted">{t("lead.posters.none")}</p>}
			<ul class="turns">
				{posters.map((p) => (
					<li key={p.id}>
						<span>
							<b>{t(p.sort === "can" ? "lead.posters.can" : "lead.posters.need")}</b> <span dir="auto">{p.text}</span>
							{p.from ? <span class="muted small"> {p.from}</span> : null}
						</span>
						<span class="push row wrap">
							{p.held ? (
								<Button small icon={check} onClick={() => m.send("poster.release", { id: p.id })}>
									{t("lead.order.release")}
									<span class="vh"> {p.text}</span>
								</Button>
							) : null}
							<Button small variant="tertiary" stop icon={trash} onClick={() => m.send("poster.redact", { id: p.id })}>
								{t("lead.posters.down")}
								<span class="vh"> {p.text}</span>
							</Button>
						</span>
					</li>
				))}
			</ul>
			<p>
				{n ? (
					<a href={`/kontaktbok/${m.room}?surface=lead`}>{t("lead.posters.book", { n })}</a>
				) : (
					t("lead.posters.no_book")
				)}
			</p>
		</section>
	);
}

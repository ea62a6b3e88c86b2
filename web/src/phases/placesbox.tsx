import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { plus } from "../ui/icons";
import { t } from "../words/words";
import { addPlace, places } from "./paper";
import { shared } from "./shared";

/** PlacesBox brings along those at the table who have no phone. It is for whoever writes for the table, and asks first: a place counts. */
export function PlacesBox({ m }: { m: Meeting }) {
	const [asking, ask] = useState(false);
	const me = m.me.value;
	// Where a phone is shared its people are counted on that, or somebody would count twice.
	if (!me?.scribe || m.store.get("groups", me.group)?.shared || shared(m)) return null;
	const n = places(m).length;
	return (
		<section class="box stack-s" aria-labelledby="places">
			<h2 id="places">{t("p.place.title")}</h2>
			{n ? <p>{t("p.place.now", { n })}</p> : null}
			<Button full variant="paper" icon={plus} onClick={() => ask(true)}>
				{t("p.place.add")}
			</Button>
			{asking ? (
				<Dialog
					title={t("p.place.add")}
					onClose={() => ask(false)}
					foot={
						<>
							<Button
								variant="primary"
								onClick={() => {
									addPlace(m);
									ask(false);
								}}
							>
								{t("p.place.sure")}
							</Button>
							<Button variant="paper" onClick={() => ask(false)}>
								{t("common.cancel")}
							</Button>
						</>
					}
				>
					<p>{t("p.place.body")}</p>
				</Dialog>
			) : null}
		</section>
	);
}

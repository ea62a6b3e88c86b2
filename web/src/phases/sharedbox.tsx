import { useState } from "preact/hooks";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Icon } from "../ui/icon";
import { people, phone } from "../ui/icons";
import { t } from "../words/words";
import { places } from "./paper";
import { headsOf } from "./shared";

const counts = [2, 3, 4, 5, 6, 7, 8];

/** SharedBox is *Vi er n*: how many share this phone. It is asked where people sit down; later only whoever writes, or shares already, has it before them. */
export function SharedBox({ m, ask }: { m: Meeting; ask?: boolean }) {
	const [open, set] = useState(false);
	const me = m.me.value;
	const heads = headsOf(m);
	// While a vote is open nobody gives themselves more ballots.
	const voting = m.store.list("votes", (v) => v.order).some((v) => v.status === "open");
	if (!me || voting || (heads < 2 && !me.scribe && !ask)) return null;
	const without = places(m).length;
	const say = (n: number) => {
		if (n !== heads) m.send("seat.heads", { n }, "heads");
		set(false);
	};
	return (
		<section class="box stack-s" aria-labelledby="shared">
			<h2 id="shared">{t("p.one.title")}</h2>
			{heads > 1 ? (
				<p class="line">
					<Icon d={people} />
					<b>{t("p.one.is", { n: heads })}</b>
				</p>
			) : (
				<p class="muted">{t("p.one.why")}</p>
			)}
			<Button full variant="paper" icon={phone} onClick={() => set(true)}>
				{t(heads > 1 ? "p.one.change" : "p.one.go")}
			</Button>
			{open ? (
				<Dialog
					title={t("p.one.ask")}
					onClose={() => set(false)}
					foot={
						<Button variant="paper" full onClick={() => set(false)}>
							{t("common.cancel")}
						</Button>
					}
				>
					<div class="stack">
						<p>{t("p.one.ask_body")}</p>
						{without ? <p>{t("p.one.places", { n: without })}</p> : null}
						<div class="heads">
							{counts
								.filter((n) => n > without)
								.map((n) => (
									<Button
										key={n}
										variant={n === heads ? "primary" : "paper"}
										full
										aria-pressed={n === heads}
										onClick={() => say(n)}
									>
										{n}
									</Button>
								))}
						</div>
						{heads > 1 ? (
							<Button full variant="tertiary" onClick={() => say(1)}>
								{t("p.one.alone")}
							</Button>
						) : null}
					</div>
				</Dialog>
			) : null}
		</section>
	);
}

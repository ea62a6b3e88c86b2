import { useState } from "preact/hooks";
import type { Contributor } from "../net/api";
import * as api from "../net/api";
import { say } from "../participant/voice";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, people, trash } from "../ui/icons";
import { refused, t } from "../words/words";
import type { Given } from "./given";

/** Willing is those who would like to contribute. They are fetched when somebody asks, and kept nowhere on the device. */
export function Willing({ m }: Pick<Given, "m">) {
	const [list, show] = useState<Contributor[] | undefined>(undefined);
	const about = m.store.one("willing");
	if (!about?.n) return null;
	const fetchThem = async () => {
		const said = await api.contributors(m.room);
		if (said.ok) show(said.body);
		else say(refused(said.code));
	};
	return (
		<section class="box stack" aria-labelledby="willing">
			<h2 id="willing">{t("follow.contribute")}</h2>
			<p class="small muted">{t("follow.contribute.why")}</p>
			{list ? (
				<ul class="duties">
					{list.map((x) => (
						<li key={x.id}>
							<Icon d={about.met.includes(x.id) ? check : people} />
							<div class="stack-s">
								<b dir="auto">{x.name || t("follow.contribute.nameless")}</b>
								<p dir="auto">{x.reach}</p>
								{x.what ? <p dir="auto">{x.what}</p> : null}
								<div class="row wrap">
									{about.met.includes(x.id) ? null : (
										<Button variant="paper" small icon={check} onClick={() => m.send("contribute.meet", { id: x.id })}>
											{t("follow.contribute.met")}
										</Button>
									)}
									<Button
										variant="tertiary"
										small
										icon={trash}
										onClick={() => {
											m.send("contribute.drop", { id: x.id });
											show(list.filter((y) => y !== x));
										}}
									>
										{t("follow.contribute.drop")}
									</Button>
								</div>
							</div>
						</li>
					))}
				</ul>
			) : (
				<div>
					<Button variant="paper" small icon={people} onClick={() => void fetchThem()}>
						{t("follow.contribute.show", { n: about.n })}
					</Button>
				</div>
			)}
		</section>
	);
}

import { limits } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { t } from "../words/words";
import { Field } from "./field";

/** Helpline is *si fra til noen*: who one can talk to if something hard comes up. It is on every phone. */
export function Helpline({ m }: { m: Meeting }) {
	const now = m.store.one("helpline") ?? { who: "", phone: "", hours: "" };
	const set = (field: Partial<typeof now>) => m.send("helpline.set", { ...now, ...field }, "helpline");
	return (
		<section class="box stack-s" aria-labelledby="helpline">
			<h2 id="helpline">{t("lead.helpline")}</h2>
			<p>{t("lead.helpline.why")}</p>
			<Field
				label={t("lead.helpline.who")}
				hint={t("lead.helpline.who_hint")}
				value={now.who}
				max={limits.name}
				save={(who) => set({ who })}
			/>
			{now.who ? (
				<>
					<Field label={t("lead.helpline.phone")} value={now.phone} max={30} save={(phone) => set({ phone })} />
					<Field
						label={t("lead.helpline.hours")}
						value={now.hours}
						max={limits.name}
						save={(hours) => set({ hours })}
					/>
				</>
			) : null}
		</section>
	);
}

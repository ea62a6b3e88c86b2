import { useState } from "preact/hooks";
import { limits } from "../gen/protocol";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check } from "../ui/icons";
import { t } from "../words/words";
import { Fold } from "./fold";
import type { Given } from "./given";

/** Listing is the way onto the open list of kommuner, and off it with one press. Nobody stands there without asking. */
export function Listing({ m }: Given) {
	const shown = m.store.one("listing") ?? { kommune: "", coordinator: false, address: "", seen: 0 };
	const [draft, write] = useState<typeof shown | undefined>();
	const now = draft ?? shown;
	const change = (of: Partial<typeof shown>) => write({ ...now, ...of, seen: draft?.seen ?? shown.seen });
	const send = (of: { kommune: string; coordinator: boolean; address: string }) => {
		m.send("listing.set", { ...of, seen: shown.seen }, "listing");
		write(undefined);
	};
	return (
		<Fold id="listing" title={t("follow.listing.title")}>
			<p class="muted">{t("follow.listing.why")}</p>
			{shown.kommune ? (
				<p class="line">
					<Icon d={check} />
					<span>
						{t("follow.listing.is")} <a href="/kommuner">{t("follow.listing.see")}</a>
					</span>
				</p>
			) : null}
			<form
				class="stack"
				onSubmit={(e) => {
					e.preventDefault();
					const { kommune, coordinator, address } = now;
					if (kommune.trim()) send({ kommune, coordinator, address });
				}}
			>
				<div class="field">
					<label class="ds-label" for="l-kommune">
						{t("follow.listing.kommune")}
					</label>
					<input
						class="ds-input"
						id="l-kommune"
						type="text"
						autocomplete="off"
						maxLength={limits.name}
						value={now.kommune}
						onInput={(e) => change({ kommune: e.currentTarget.value })}
					/>
				</div>
				<label class="tick">
					<input
						type="checkbox"
						checked={now.coordinator}
						onChange={(e) => change({ coordinator: e.currentTarget.checked })}
					/>{" "}
					<span>{t("follow.listing.coordinator")}</span>
				</label>
				<div class="field">
					<label class="ds-label" for="l-address">
						{t("follow.listing.address")}
					</label>
					<input
						class="ds-input"
						id="l-address"
						type="text"
						autocomplete="off"
						maxLength={limits.name}
						value={now.address}
						onInput={(e) => change({ address: e.currentTarget.value })}
					/>
				</div>
				<div class="row wrap">
					<Button variant="paper" type="submit">
						{t(shown.kommune ? "common.save" : "follow.listing.save")}
					</Button>
					{shown.kommune ? (
						<Button variant="tertiary" stop onClick={() => send({ kommune: "", coordinator: false, address: "" })}>
							{t("follow.listing.off")}
						</Button>
					) : null}
				</div>
			</form>
		</Fold>
	);
}

import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { next, screen } from "../ui/icons";
import { t } from "../words/words";

/** Unveil is how the hall is told: everything at once, or place by place from the last, by the same press as everything else. */
export function Unveil({ m, vote }: { m: Meeting; vote: string }) {
	const telling = m.store.get("unveiled", vote);
	const slow = m.store.one("pace")?.slow ?? false;
	const before = m.store.one("step")?.kind === "avstemning";
	const told = telling ? telling.result.rows.length : 0;
	// A press while the last one is still on its way is the same press.
	const tell = (all: boolean) => {
		if (m.outbox.pending("result.unveil").length === 0)
			m.send("result.unveil", all ? { vote, from: told, all } : { vote, from: told });
	};
	if (!telling && !before) return null;
	return (
		<div class="stack-s">
			{before ? (
				<label class="line">
					<input
						class="ds-input"
						type="checkbox"
						checked={slow}
						onChange={(e) => m.send("result.pace", { slow: e.currentTarget.checked }, "pace")}
					/>
					<span>{t("lead.unveil.pace")}</span>
				</label>
			) : null}
			{telling ? (
				<>
					<p>{t("lead.unveil.left", { n: telling.left })}</p>
					<div class="row wrap">
						<Button icon={next} onClick={() => tell(false)}>
							{t("lead.unveil.next")}
						</Button>
						<Button variant="paper" icon={screen} onClick={() => tell(true)}>
							{t("lead.unveil.all")}
						</Button>
					</div>
				</>
			) : null}
		</div>
	);
}

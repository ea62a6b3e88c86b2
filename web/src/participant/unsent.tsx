import { newId } from "../net/ids";
import type { Command } from "../net/outbox";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Slip } from "../ui/slip";
import { day } from "../words/dates";
import { refused, t } from "../words/words";
import { toHeading } from "./screen";

/** wordsOf is what a person wrote in something that was refused. */
export function wordsOf(c: Command): string {
	const { text, who, first, due, change } = c.with as Record<string, string | undefined>;
	switch (c.do) {
		case "idea.post":
		case "idea.edit":
			return text ?? "";
		case "idea.plan":
			return [who, first, due && day(due)].filter(Boolean).join(" · ");
		case "goodbye.say":
			return change ?? "";
	}
	return "";
}

/**
 * Unsent is what somebody wrote and the meeting did not take. It stays on the
 * phone until its owner has decided; the meeting may have moved on while the
 * phone was away.
 */
export function Unsent({ m }: { m: Meeting }) {
	const kept = m.outbox.refusals.value.filter((c) => wordsOf(c) !== "");
	if (kept.length === 0) return null;
	return (
		<section class="stack-s" aria-labelledby="unsent">
			<h2 id="unsent">{t("p.unsent.title")}</h2>
			<p class="small">{t("p.unsent.kept")}</p>
			<ul class="stack-s">
				{kept.map((c) => {
					const text = wordsOf(c);
					const note = c.do === "idea.post" || c.do === "idea.edit";
					const { table, step } = c.with as { table?: boolean; step?: string };
					const again = (onTable: boolean) => {
						m.outbox.seen(c.id);
						const to = { ...(onTable ? { table: true } : {}), ...(step ? { step } : {}) };
						if (note) m.send("idea.post", { id: newId(), text, ...to });
						else m.send(c.do, c.with as never);
						toHeading();
					};
					return (
						<li key={c.id}>
							<Slip text={text} is="refused" word={refused(c.code)}>
								{note && c.code === "closed" && !table ? (
									<Button small variant="paper" onClick={() => again(true)}>
										{t("p.unsent.table")}
									</Button>
								) : (
									<Button small variant="paper" onClick={() => again(table === true)}>
										{t("p.unsent.again")}
									</Button>
								)}
								<Button
									small
									variant="tertiary"
									stop
									onClick={() => {
										m.outbox.seen(c.id);
										toHeading();
									}}
								>
									{t("common.delete")}
								</Button>
							</Slip>
						</li>
					);
				})}
			</ul>
		</section>
	);
}

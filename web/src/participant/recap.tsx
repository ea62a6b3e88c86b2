import { useSignal } from "@preact/signals";
import type { MeetingView } from "../gen/protocol";
import type { Meeting } from "../state/meeting";
import { notebook } from "../state/notebook";
import { Button } from "../ui/button";
import { t } from "../words/words";
import { toHeading } from "./screen";

/** How many of the last steps are named. More of them pushed the ballot off the screen of whoever came to a vote. */
const told = 3;

/** Recap tells whoever came in the middle what has been done. It lies beside the step and goes with it: nobody waits for it. */
export function Recap({ m, agenda, index }: { m: Meeting; agenda: MeetingView["agenda"]; index: number }) {
	const key = `came:${m.room}`;
	const came = useSignal(notebook.read(key) ?? String(index));
	const past = agenda.slice(0, index).filter((l) => l.kind !== "lobby" && l.kind !== "pause");
	const late = past.slice(-told);
	const before = past.length - late.length;
	if (notebook.read(key) === null) notebook.write(key, came.peek());
	if (came.value !== String(index) || past.length === 0) return null;
	const body = (
		<>
			<p>{t("p.recap.done", { steps: late.map((l) => l.title).join(", ") })}</p>
			{before > 0 && <p>{t("p.recap.before", { n: before })}</p>}
			<p>{t("p.recap.now")}</p>
			<Button
				small
				variant="paper"
				onClick={() => {
					came.value = "seen";
					notebook.write(key, "seen");
					toHeading();
				}}
			>
				{t("p.recap.ok")}
			</Button>
		</>
	);
	// Whoever comes to a vote came for the ballot: what was done before lies folded above it.
	if (agenda[index]?.kind === "avstemning") {
		return (
			<details class="callout-box">
				<summary>{t("p.recap.title")}</summary>
				<div class="stack-s">{body}</div>
			</details>
		);
	}
	return (
		<section class="callout-box stack-s" aria-labelledby="recap">
			<h2 id="recap">{t("p.recap.title")}</h2>
			{body}
		</section>
	);
}

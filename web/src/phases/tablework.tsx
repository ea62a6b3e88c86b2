import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { draft } from "../state/drafts";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { paper, plus } from "../ui/icons";
import { t } from "../words/words";
import { halfOf } from "./half";
import type { PhaseProps } from "./index";
import { AskPen, Wish } from "./lend";
import { MyNotes } from "./mynotes";
import { ScribeButton, ScribeLine } from "./scribe";
import { SentList } from "./sent";
import { shared } from "./shared";
import { AddPoint, mayWork, SendList, TableList } from "./table";
import { Writer } from "./writer";

/** TableWork is a table with its list: each lays down what they will, and the list grows in the middle. What is talked about stands over it. */
export function TableWork({ m, step, unsent, children }: PhaseProps & { children: ComponentChildren }) {
	const me = m.me.value;
	// What stood half-written when the table began is not folded away from the one who writes.
	const [begun] = useState(() => draft(m.room, halfOf(m, "note")).peek() !== "");
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const work = mayWork(m);
	const table = group ? (
		group.sent ? (
			<SentList m={m} />
		) : (
			<TableList m={m} />
		)
	) : (
		<p class="lead">{t("p.table.nowhere")}</p>
	);
	const notes = (
		<>
			<MyNotes m={m} share={!!group && !group.sent} />
			<details open={begun}>
				<summary>{t("p.note.new")}</summary>
				<Writer m={m} />
				<Button type="submit" form="note" icon={plus}>
					{t("p.note.add")}
				</Button>
			</details>
		</>
	);
	return (
		<Screen
			title={step.title}
			beside={<StepTimer m={m} />}
			foot={
				work ? (
					<>
						<AddPoint m={m} />
						<SendList m={m} />
					</>
				) : undefined
			}
		>
			{children}
			{shared(m) && !group?.sent ? (
				<p class="line">
					<Icon d={paper} />
					<span>{t("p.one.round")}</span>
				</p>
			) : null}
			{group?.sent ? null : <ScribeLine m={m} />}
			{group && !group.sent && !group.scribe ? <ScribeButton m={m} /> : null}
			{group && !group.sent ? (
				<>
					<AskPen m={m} />
					<Wish m={m} />
				</>
			) : null}
			{unsent}
			{me?.scribe || group?.sent ? (
				<>
					{table}
					{notes}
				</>
			) : (
				<>
					{notes}
					{table}
				</>
			)}
			{me?.scribe && !group?.sent ? <ScribeButton m={m} /> : null}
		</Screen>
	);
}

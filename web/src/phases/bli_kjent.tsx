import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { t } from "../words/words";
import type { PhaseProps } from "./index";
import { TablePicture } from "./picture";
import { Places } from "./places";
import { Question } from "./question";
import { ScribeButton, ScribeLine } from "./scribe";
import { Need, Together } from "./together";
import { BookBox, WallBox } from "./wall";

/** BliKjent is finding one's table: its number, something to answer aloud, and who will write. What is not for everybody lies folded below. */
export function BliKjent({ m, step, unsent }: PhaseProps) {
	const me = m.me.value;
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	return (
		<Screen
			title={group ? t("p.lobby.group", { n: group.n }) : step.title}
			above={<TablePicture m={m} />}
			beside={<StepTimer m={m} />}
			foot={group && !group.scribe ? <ScribeButton m={m} /> : undefined}
		>
			{group ? <p class="muted">{t("p.lobby.size", { n: group.size })}</p> : <p class="lead">{t("p.table.nowhere")}</p>}
			<Question step={step} />
			{unsent}
			<ScribeLine m={m} />
			<WallBox m={m} />
			<details class="stack">
				<summary>{t("p.more")}</summary>
				<Places m={m} ask />
				<BookBox m={m} />
				<Need m={m} />
				<Together m={m} />
				{me?.scribe ? <ScribeButton m={m} /> : null}
			</details>
		</Screen>
	);
}

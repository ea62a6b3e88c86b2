import { type Fact, Facts } from "../participant/facts";
import { Screen } from "../participant/screen";
import { LanguageLine } from "../participant/text";
import { StepTimer } from "../participant/timer";
import { calendar, clock, flag, next } from "../ui/icons";
import { clock as said } from "../words/clock";
import { byDay } from "../words/dates";
import { t } from "../words/words";
import type { PhaseProps } from "./index";
import { TablePicture } from "./picture";
import { Places } from "./places";
import { ScribeButton } from "./scribe";
import { Need, Together } from "./together";

/** Lobby is a real place to wait: which table, what applies, what comes first. */
export function Lobby({ m, unsent }: PhaseProps) {
	const me = m.me.value;
	const young = me?.as === "ungdom" || me?.also === "ungdom";
	const meeting = m.store.one("meeting");
	const group = me?.group ? m.store.get("groups", me.group) : undefined;
	const here = m.store.one("presence")?.here ?? 0;
	const first = meeting?.agenda.find((l) => l.kind !== "lobby");
	return (
		<Screen
			title={group ? t("p.lobby.group", { n: group.n }) : t("p.lobby.title")}
			above={
				<>
					{m.store.one("youth") ? <LanguageLine /> : null}
					<TablePicture m={m} />
				</>
			}
			beside={<StepTimer m={m} />}
			foot={group && (me?.scribe || !group.scribe) ? <ScribeButton m={m} /> : undefined}
		>
			<div>
				<p class="lead">{t("p.lobby.wait")}</p>
				<p class="muted">
					{group ? t("p.lobby.size", { n: group.size }) : t("p.lobby.here", { n: Math.max(here, 1) })}
				</p>
			</div>
			<Need m={m} />
			{unsent}
			{meeting ? (
				<section class="box stack-s" aria-labelledby="today">
					<h2 id="today">{t("p.lobby.today")}</h2>
					<Facts
						rows={[
							[flag, t("common.decides"), meeting.decides || t("common.unclear")],
							[calendar, t("common.answer"), byDay(meeting.answerBy)],
							...(meeting.outBy
								? [[clock, t("p.lobby.out"), t("p.lobby.clock", { time: said(meeting.outBy) })] as Fact]
								: []),
							...(first
								? [[next, t("p.lobby.next"), t("p.lobby.step", { title: first.title, n: first.minutes })] as Fact]
								: []),
						]}
					/>
				</section>
			) : null}
			<Places m={m} ask />
			<Together m={m} />
			<details>
				<summary>{t("p.privacy.title")}</summary>
				<p class="small">{t(m.store.one("youth") ? "p.privacy.ung" : young ? "p.privacy.youth" : "p.privacy.adult")}</p>
			</details>
		</Screen>
	);
}

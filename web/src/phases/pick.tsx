import { useState } from "preact/hooks";
import type { CardView, PickView } from "../gen/protocol";
import { Screen } from "../participant/screen";
import { StepTimer } from "../participant/timer";
import { notebook } from "../state/drafts";
import type { Meeting } from "../state/meeting";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { check, lock } from "../ui/icons";
import { t } from "../words/words";
import { cardsOf } from "./card";
import type { PhaseProps } from "./index";

interface Props extends PhaseProps {
	pick: PickView;
	/** Whether this phone may act for the table. */
	may: boolean;
}

/** fewest is how many must have chosen before the rest need not be waited for. The server has the last word. */
const fewest = 3;

/** PickScreen is one's own choice among the cards laid out. Which it was stays on this phone. */
export function PickScreen({ m, pick, may, unsent }: Props) {
	const key = `pick:${m.room}:${pick.id}`;
	const [mine, choose] = useState(notebook.read(key) ?? "");
	const draw = (
		<Button variant="tertiary" full onClick={() => m.send("card.draw", {}, "card")}>
			{t("p.pick.draw")}
		</Button>
	);
	if (pick.tied.length) {
		return (
			<Screen key="tied" title={t("p.pick.tied")} beside={<StepTimer m={m} />} foot={may ? draw : undefined}>
				<p class="lead">{t(may ? "p.pick.tied_you" : "p.pick.tied_wait")}</p>
				{unsent}
				<ul class="stack-s">
					{cardsOf(m, pick.tied).map((c) => (
						<li key={c.id}>
							{may ? (
								<button
									type="button"
									class="ds-button pick"
									data-variant="paper"
									onClick={() => m.send("card.choose", { card: c.id }, "card")}
								>
									<Face card={c} />
								</button>
							) : (
								<div class="box">
									<Face card={c} />
								</div>
							)}
						</li>
					))}
				</ul>
			</Screen>
		);
	}
	return (
		<Screen
			key="pick"
			title={t("p.pick.title")}
			beside={<StepTimer m={m} />}
			foot={
				may ? (
					<>
						{pick.cast >= fewest ? (
							<Button full onClick={() => m.send("card.close", {}, "close")}>
								{t("p.pick.close")}
							</Button>
						) : null}
						{draw}
					</>
				) : undefined
			}
		>
			<p class="line small">
				<Icon d={lock} />
				<span>{t("p.pick.how")}</span>
			</p>
			<p class="muted">{t("p.pick.cast", { cast: pick.cast, of: pick.of })}</p>
			{unsent}
			<ul class="stack-s">
				{cardsOf(m, pick.hand).map((c) => (
					<li key={c.id}>
						<button
							type="button"
							class="ds-button pick"
							data-variant="paper"
							aria-pressed={mine === c.id}
							onClick={() => {
								choose(c.id);
								notebook.write(key, c.id);
								m.send("card.pick", { card: c.id }, `pick:${pick.id}`);
							}}
						>
							<Face card={c} mine={mine === c.id} />
						</button>
					</li>
				))}
			</ul>
		</Screen>
	);
}

function Face({ card, mine }: { card: CardView; mine?: boolean }) {
	return (
		<span dir="auto">
			<b>{card.title}</b>
			<span class="small muted">{card.question}</span>
			{mine ? (
				<span class="line small">
					<Icon d={check} />
					<b>{t("p.pick.yours")}</b>
				</span>
			) : null}
		</span>
	);
}

/** PickButtons lays out cards to choose among in secret. */
export function PickButtons({ m }: { m: Meeting }) {
	return (
		<>
			<Button full variant="paper" icon={lock} onClick={() => m.send("card.deal", {}, "card")}>
				{t("p.pick.start")}
			</Button>
			<Button full variant="tertiary" onClick={() => m.send("card.deal", { all: true }, "card")}>
				{t("p.pick.all")}
			</Button>
		</>
	);
}
